package org.customervaluesquads.signalservice.intents.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's intents, highest score first.
 *
 * @param withheld why none are shown, if they may not be
 * @param partOf the customer to whom this id belongs by now; whoever asks is shown that one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerIntentsView(
        String customerId,
        Instant asOf,
        List<IntentView> intents,
        @Nullable String withheld,
        @Nullable String partOf) {}

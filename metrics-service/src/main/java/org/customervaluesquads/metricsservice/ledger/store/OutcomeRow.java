package org.customervaluesquads.metricsservice.ledger.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/** A row of the ledger; its fields are named as the columns. */
record OutcomeRow(
        String source,
        String id,
        String type,
        Instant occurred_at,
        Instant hour,
        String silo,
        @Nullable String subject,
        @Nullable String account,
        @Nullable String region,
        @Nullable String segment,
        @Nullable String channel,
        @Nullable String product,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        Map<String, JsonNode> properties) {

    /** The customer is not in it: that follows from the key under which the signal came. */
    static OutcomeRow from(SignalRecorded signal, Map<String, String> subjects) {
        String key = signal.key();
        String came = subjects.get(signal.source() + "\n" + signal.id());
        return new OutcomeRow(
                signal.source(),
                signal.id(),
                signal.type(),
                signal.occurredAt(),
                signal.occurredAt().truncatedTo(ChronoUnit.HOURS),
                signal.silo(),
                came != null ? came : SignalRecorded.isAboutSomebody(key) ? key : null,
                signal.accountId(),
                signal.region(),
                signal.segment(),
                signal.channel(),
                signal.product(),
                signal.amount(),
                signal.currency(),
                KeptProperties.of(signal.properties()));
    }
}

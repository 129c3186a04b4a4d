package org.customervaluesquads.signalservice.intents.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a squad should turn to now: intents of customers in its scope, in the order that was asked for.
 *
 * @param next what to ask for as {@code after} to see those behind; absent when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SquadIntentsView(
        String squadId,
        Instant asOf,
        List<Entry> customers,
        @Nullable String next) {

    /**
     * One intent of one customer.
     *
     * @param rank what it is sorted by, the largest first
     */
    public record Entry(
            String customerId, double rank, @JsonUnwrapped IntentView standing) {}
}

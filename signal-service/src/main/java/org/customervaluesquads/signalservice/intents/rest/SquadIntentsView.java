package org.customervaluesquads.signalservice.intents.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/** Whom a squad should turn to now: intents of customers in its scope, highest score first. */
public record SquadIntentsView(String squadId, Instant asOf, List<Entry> customers) {

    /** One intent of one customer. */
    public record Entry(String customerId, @JsonUnwrapped IntentView standing) {}
}

package org.customervaluesquads.signalservice.intents.rest;

import java.time.Instant;
import java.util.List;

/** A customer's intents, highest score first. */
public record CustomerIntentsView(String customerId, Instant asOf, List<IntentView> intents) {}

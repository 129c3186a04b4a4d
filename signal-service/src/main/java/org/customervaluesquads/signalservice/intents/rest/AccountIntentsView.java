package org.customervaluesquads.signalservice.intents.rest;

import java.time.Instant;
import java.util.List;

/** An account's intents, highest score first: of all that was counted of its people. */
public record AccountIntentsView(String accountId, Instant asOf, List<IntentView> intents) {}

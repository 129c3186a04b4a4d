package org.customervaluesquads.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An {@link IntentChanged} of a customer in the squad's scope, on {@link Topics#SQUAD_INTENTS}; flat in JSON. */
public record SquadIntentChanged(
        String squadId, @JsonUnwrapped IntentChanged told) {}

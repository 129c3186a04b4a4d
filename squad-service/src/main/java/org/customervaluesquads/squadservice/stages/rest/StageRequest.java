package org.customervaluesquads.squadservice.stages.rest;

import jakarta.validation.constraints.NotNull;
import org.customervaluesquads.squadservice.squads.Stage;

/** The stage that a squad is to reach, as it is sent. */
record StageRequest(@NotNull Stage stage) {

    static final String EXAMPLE = """
            {"stage": "piloting"}""";
}

package org.customervaluesquads.squadservice.skills.rest;

import java.util.Arrays;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.squads.ValueArea;

/** A value area, as a path names it. */
record ValueAreaName(ValueArea valueArea) {

    /** Reads the path; called by the framework. */
    public static ValueAreaName fromString(String name) {
        return Arrays.stream(ValueArea.values())
                .filter(area -> area.toString().equals(name))
                .findFirst()
                .map(ValueAreaName::new)
                .orElseThrow(() -> Problem.of(404, "There is no such value area.")
                        .with("valueArea", "must be one of " + Arrays.toString(ValueArea.values()))
                        .asException());
    }
}

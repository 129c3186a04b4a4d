package org.customervaluesquads.squadservice.squads.rest;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.squads.Stage;
import org.jspecify.annotations.Nullable;

/** The one stage of which a list is wanted. */
record StageFilter(Stage stage) {

    /** Reads the parameter; called by the framework. */
    public static StageFilter fromString(String parameter) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.toString().equals(parameter))
                .findFirst()
                .map(StageFilter::new)
                .orElseThrow(() -> Problem.of(400, "A parameter is not what it must be.")
                        .with("stage", "must be one of " + names())
                        .asException());
    }

    static @Nullable Stage stageOf(@Nullable StageFilter filter) {
        return filter == null ? null : filter.stage();
    }

    private static String names() {
        return Arrays.stream(Stage.values()).map(Stage::toString).collect(Collectors.joining(", "));
    }
}

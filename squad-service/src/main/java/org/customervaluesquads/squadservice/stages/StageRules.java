package org.customervaluesquads.squadservice.stages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customervaluesquads.squadservice.squads.Stage;

/** The way of a squad through its stages, and the rules for each step. */
public final class StageRules {

    private static final Map<Stage, Stage> NEXT =
            Map.of(Stage.FORMING, Stage.PILOTING, Stage.PILOTING, Stage.PROVEN, Stage.PROVEN, Stage.SCALING);

    private StageRules() {}

    /** The stage after this one, if there is one. */
    public static Optional<Stage> after(Stage stage) {
        return Optional.ofNullable(NEXT.get(stage));
    }

    /** The rules for reaching a stage. */
    public static List<Rule> toReach(Stage stage) {
        return switch (stage) {
            case PILOTING, PROVEN, SCALING -> HealthRules.ALL;
            case FORMING, DISBANDED -> List.of();
        };
    }
}

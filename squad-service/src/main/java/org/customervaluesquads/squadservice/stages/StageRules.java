package org.customervaluesquads.squadservice.stages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.customervaluesquads.squadservice.squads.Stage;

/** The way of a squad through its stages, and the rules for each step. */
public final class StageRules {

    private static final Map<Stage, Stage> NEXT =
            Map.of(Stage.FORMING, Stage.PILOTING, Stage.PILOTING, Stage.PROVEN, Stage.PROVEN, Stage.SCALING);

    private static final int CYCLES = 3;

    public static final Rule LEARNED_IN_CYCLES = Rule.critical("learned-in-cycles", "cycles", StageRules::learned);
    public static final Rule ONE_KEPT = Rule.critical("a-change-kept", "cycles", StageRules::kept);
    public static final Rule WITHIN_FAILURE_BUDGET =
            Rule.critical("within-failure-budget", "failureBudget", StageRules::withinFailureBudget);

    private static final List<Rule> WHEN_PROVEN = Stream.concat(
                    HealthRules.ALL.stream(), Stream.of(LEARNED_IN_CYCLES, ONE_KEPT, WITHIN_FAILURE_BUDGET))
            .toList();

    public static final Rule PLAYBOOK_WRITTEN = Rule.critical("a-playbook", "playbook", StageRules::playbook);

    private static final List<Rule> WHEN_SCALING =
            Stream.concat(WHEN_PROVEN.stream(), Stream.of(PLAYBOOK_WRITTEN)).toList();

    private StageRules() {}

    /** The stage after this one, if there is one. */
    public static Optional<Stage> after(Stage stage) {
        return Optional.ofNullable(NEXT.get(stage));
    }

    /** The rules for reaching a stage. */
    public static List<Rule> toReach(Stage stage) {
        return switch (stage) {
            case PILOTING -> HealthRules.ALL;
            case PROVEN -> WHEN_PROVEN;
            case SCALING -> WHEN_SCALING;
            case FORMING, DISBANDED -> List.of();
        };
    }

    private static Reading learned(Examined squad) {
        int concluded = squad.cycles().counts().concluded();
        return Reading.of(
                concluded >= CYCLES,
                Map.of("concluded", concluded, "least", CYCLES),
                "has concluded %d cycles, of at least %d".formatted(concluded, CYCLES),
                "conclude %d more cycles with a verdict and a lesson".formatted(CYCLES - concluded));
    }

    private static Reading kept(Examined squad) {
        int kept = squad.cycles().counts().kept();
        return Reading.of(
                kept > 0,
                Map.of("kept", kept, "least", 1),
                "has kept the change of %d cycles".formatted(kept),
                "find a change that is worth keeping");
    }

    private static Reading withinFailureBudget(Examined squad) {
        int failed = squad.cycles().counts().failedLately();
        int most = squad.cycles().budget().mostFailed();
        int days = squad.cycles().budget().days();
        return Reading.of(
                failed <= most,
                Map.of("failed", failed, "most", most, "days", days),
                "has dropped the change of %d cycles within %d days, of at most %d".formatted(failed, days, most),
                "learn from the failed cycles, and wait until the first of them is older than the span");
    }

    private static Reading playbook(Examined squad) {
        return Reading.of(
                squad.playbooks() > 0,
                Map.of("playbooks", squad.playbooks(), "least", 1),
                "has written %d playbooks".formatted(squad.playbooks()),
                "write down in a playbook what others are to repeat");
    }
}

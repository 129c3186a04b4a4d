package org.customervaluesquads.squadservice.stages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.customervaluesquads.squadservice.squads.Change;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.SquadOutcome;
import org.customervaluesquads.squadservice.squads.Stage;

/** A squad, the stage that it may reach next, and what the rules for that say of it. */
public record Outlook(Squad squad, Optional<Stage> next, List<Finding> findings) {

    static Outlook of(Examined examined) {
        Optional<Stage> next = StageRules.after(examined.squad().stage());
        List<Rule> rules = next.map(StageRules::toReach).orElse(List.of());
        return new Outlook(
                examined.squad(),
                next,
                rules.stream().map(rule -> rule.read(examined)).toList());
    }

    /** What the squad makes of the wish that it reach a stage. */
    Change reach(Stage wished, Instant now) {
        if (squad.stage() == wished) {
            return new Change.Unchanged();
        }
        if (next.filter(wished::equals).isEmpty()) {
            return declined(wished, List.of(new SquadOutcome.Unmet("stage", order())));
        }
        List<SquadOutcome.Unmet> unmet = findings.stream()
                .filter(Finding::hinders)
                .map(finding -> new SquadOutcome.Unmet(finding.rule().field(), reason(finding)))
                .toList();
        return unmet.isEmpty() ? squad.reach(wished, now) : declined(wished, unmet);
    }

    private String order() {
        return next.map(stage -> "is to be " + stage + " next, after " + squad.stage())
                .orElseGet(() -> "has no stage after " + squad.stage());
    }

    private static String reason(Finding finding) {
        Reading reading = finding.reading();
        return "%s: %s; %s".formatted(finding.rule().name(), reading.reason(), reading.mend());
    }

    private static Change declined(Stage wished, List<SquadOutcome.Unmet> unmet) {
        return new Change.Declined(new SquadOutcome.NotReady(wished, unmet));
    }
}

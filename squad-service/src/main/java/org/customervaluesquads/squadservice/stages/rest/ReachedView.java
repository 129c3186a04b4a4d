package org.customervaluesquads.squadservice.stages.rest;

import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Stage;
import org.customervaluesquads.squadservice.stages.Examined;
import org.customervaluesquads.squadservice.stages.StageRules;

/** A squad that has reached a stage, and the rules that were held against it, as they are shown. */
record ReachedView(UUID squadId, long version, Stage stage, List<FindingView> rules) {

    static ReachedView of(Squad squad, Examined examined) {
        return new ReachedView(
                squad.id(),
                squad.version(),
                squad.stage(),
                StageRules.toReach(squad.stage()).stream()
                        .map(rule -> FindingView.of(rule.read(examined)))
                        .toList());
    }
}

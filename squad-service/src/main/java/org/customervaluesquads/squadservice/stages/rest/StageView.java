package org.customervaluesquads.squadservice.stages.rest;

import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.Stage;
import org.customervaluesquads.squadservice.stages.Finding;
import org.customervaluesquads.squadservice.stages.Outlook;
import org.jspecify.annotations.Nullable;

/**
 * A squad's stage, as it is shown.
 *
 * @param next the stage that it may reach next; absent after the last
 * @param ready whether nothing hinders it
 * @param rules what the rules for the next stage say
 */
record StageView(
        UUID squadId, long version, Stage stage, @Nullable Stage next, boolean ready, List<FindingView> rules) {

    static StageView of(Outlook outlook) {
        return new StageView(
                outlook.squad().id(),
                outlook.squad().version(),
                outlook.squad().stage(),
                outlook.next().orElse(null),
                outlook.next().isPresent() && outlook.findings().stream().noneMatch(Finding::hinders),
                FindingView.of(outlook.findings()));
    }
}

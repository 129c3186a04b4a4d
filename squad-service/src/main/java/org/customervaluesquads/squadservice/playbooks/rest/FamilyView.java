package org.customervaluesquads.squadservice.playbooks.rest;

import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.playbooks.Family;
import org.customervaluesquads.squadservice.playbooks.Kin;
import org.customervaluesquads.squadservice.squads.Stage;
import org.jspecify.annotations.Nullable;

/** A squad of a family with its replicas, as it is shown. */
record FamilyView(
        UUID squadId,
        String name,
        Stage stage,
        int generation,
        @Nullable UUID playbookId,
        List<FamilyView> replicas) {

    static FamilyView of(Family family) {
        Kin squad = family.squad();
        return new FamilyView(
                squad.squadId(),
                squad.name(),
                squad.stage(),
                squad.generation(),
                squad.playbookId(),
                family.replicas().stream().map(FamilyView::of).toList());
    }
}

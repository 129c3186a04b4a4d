package org.customervaluesquads.squadservice.playbooks.rest;

import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.playbooks.Replica;
import org.customervaluesquads.squadservice.squads.Stage;

/** A squad that began from a playbook, as it is shown. */
record ReplicaView(
        UUID squadId,
        long version,
        String name,
        Stage stage,
        UUID playbookId,
        UUID parentId,
        int generation,
        List<String> carriesOver,
        List<Replica.Open> decideAnew) {

    static ReplicaView of(Replica replica) {
        return new ReplicaView(
                replica.squad().id(),
                replica.squad().version(),
                replica.squad().charter().name(),
                replica.squad().stage(),
                replica.origin().playbookId(),
                replica.origin().parentId(),
                replica.origin().generation(),
                replica.carriesOver(),
                replica.decideAnew());
    }
}

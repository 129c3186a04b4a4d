package org.customervaluesquads.squadservice.playbooks.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customervaluesquads.squadservice.playbooks.Origin;

/** Where a squad comes from, in the table {@code squad_origin}. */
@Entity
@Table(name = "squad_origin")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class OriginRow {

    @Id
    @Column(name = "squad_id")
    UUID squadId;

    @Column(name = "playbook_id")
    UUID playbookId;

    @Column(name = "parent_id")
    UUID parentId;

    int generation;

    static OriginRow of(Origin origin) {
        OriginRow row = new OriginRow();
        row.squadId = origin.squadId();
        row.playbookId = origin.playbookId();
        row.parentId = origin.parentId();
        row.generation = origin.generation();
        return row;
    }

    Origin origin() {
        return new Origin(squadId, playbookId, parentId, generation);
    }
}

package org.customervaluesquads.squadservice.playbooks.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.customervaluesquads.squadservice.history.store.StoredJson;
import org.customervaluesquads.squadservice.playbooks.Playbook;

/** A playbook, in the table {@code playbook}; the method is JSON, since it is read whole. */
@Entity
@Table(name = "playbook")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PlaybookRow {

    @Id
    UUID id;

    @Column(name = "squad_id")
    UUID squadId;

    int generation;
    String name;

    @Column(name = "written_at")
    Instant writtenAt;

    @Column(columnDefinition = "text")
    String method;

    static PlaybookRow of(Playbook playbook) {
        PlaybookRow row = new PlaybookRow();
        row.id = playbook.id();
        row.squadId = playbook.squadId();
        row.generation = playbook.generation();
        row.name = playbook.name();
        row.writtenAt = playbook.writtenAt();
        row.method = StoredJson.write(playbook.method());
        return row;
    }

    Playbook playbook() {
        return new Playbook(id, squadId, generation, name, writtenAt, StoredJson.read(method, Playbook.Method.class));
    }
}

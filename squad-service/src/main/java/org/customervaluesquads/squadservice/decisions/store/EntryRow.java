package org.customervaluesquads.squadservice.decisions.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.customervaluesquads.squadservice.decisions.Entry;
import org.jspecify.annotations.Nullable;

/** What was said of a decision, in the table {@code decision_entry}; the database lets no row be changed. */
@Entity
@Table(name = "decision_entry")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class EntryRow {

    @Id
    UUID id;

    @Column(name = "decision_id")
    UUID decisionId;

    @Enumerated(EnumType.STRING)
    Entry.Kind kind;

    @Column(name = "said_by")
    String saidBy;

    @Column(name = "said")
    String text;

    @Column(name = "next_review_on")
    @Nullable
    LocalDate nextReviewOn;

    @Column(name = "said_at")
    Instant saidAt;

    static EntryRow of(Entry entry) {
        EntryRow row = new EntryRow();
        row.id = entry.id();
        row.decisionId = entry.decisionId();
        row.kind = entry.kind();
        row.saidBy = entry.by();
        row.text = entry.text();
        row.nextReviewOn = entry.nextReviewOn();
        row.saidAt = entry.at();
        return row;
    }

    UUID decisionId() {
        return decisionId;
    }

    Entry entry() {
        return new Entry(id, decisionId, kind, saidBy, text, nextReviewOn, saidAt);
    }
}

package org.customervaluesquads.squadservice.platform.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.customervaluesquads.squadservice.platform.Consultation;
import org.customervaluesquads.squadservice.platform.Consultation.Answer;
import org.customervaluesquads.squadservice.platform.Consultation.Triage;
import org.customervaluesquads.squadservice.platform.Consultation.Wanted;
import org.jspecify.annotations.Nullable;

/** A request to the central platforms, in the table {@code platform_request}. */
@Entity
@Table(name = "platform_request")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ConsultationRow {

    @Id
    UUID id;

    long version;

    @Column(name = "squad_id")
    UUID squadId;

    @Column(name = "capability_id")
    @Nullable
    UUID capabilityId;

    String title;
    String wish;

    @Column(name = "raised_at")
    Instant raisedAt;

    @Enumerated(EnumType.STRING)
    Consultation.State state;

    @Enumerated(EnumType.STRING)
    Consultation.@Nullable Priority priority;

    @Nullable
    String owner;

    @Nullable
    String note;

    @Column(name = "triaged_at")
    @Nullable
    Instant triagedAt;

    @Enumerated(EnumType.STRING)
    Consultation.@Nullable Verdict verdict;

    @Nullable
    String answer;

    @Column(name = "answered_at")
    @Nullable
    Instant answeredAt;

    void take(Consultation consultation) {
        id = consultation.id();
        version = consultation.version();
        squadId = consultation.squadId();
        capabilityId = consultation.wanted().capabilityId();
        title = consultation.wanted().title();
        wish = consultation.wanted().wish();
        raisedAt = consultation.raisedAt();
        state = consultation.state();
        take(consultation.triage());
        take(consultation.answer());
    }

    private void take(@Nullable Triage triage) {
        priority = triage == null ? null : triage.priority();
        owner = triage == null ? null : triage.owner();
        note = triage == null ? null : triage.note();
        triagedAt = triage == null ? null : triage.at();
    }

    private void take(@Nullable Answer given) {
        verdict = given == null ? null : given.verdict();
        answer = given == null ? null : given.words();
        answeredAt = given == null ? null : given.at();
    }

    Consultation consultation() {
        return new Consultation(
                id, version, squadId, new Wanted(capabilityId, title, wish), raisedAt, triage(), answer());
    }

    private @Nullable Triage triage() {
        return priority == null || owner == null || triagedAt == null
                ? null
                : new Triage(priority, owner, note, triagedAt);
    }

    private @Nullable Answer answer() {
        return verdict == null || answer == null || answeredAt == null ? null : new Answer(verdict, answer, answeredAt);
    }
}

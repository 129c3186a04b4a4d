package org.customervaluesquads.squadservice.platform.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customervaluesquads.squadservice.paging.store.PageOfRows;
import org.customervaluesquads.squadservice.platform.Consultation;
import org.customervaluesquads.squadservice.platform.Consultations;
import org.jspecify.annotations.Nullable;

/** Requests to the central platforms in PostgreSQL. */
@ApplicationScoped
class PanacheConsultations implements Consultations, PanacheRepositoryBase<ConsultationRow, UUID> {

    @Override
    public void add(Consultation consultation) {
        ConsultationRow row = new ConsultationRow();
        row.take(consultation);
        persist(row);
    }

    @Override
    public void replace(Consultation consultation) {
        findById(consultation.id()).take(consultation);
    }

    @Override
    public Optional<Consultation> find(UUID id) {
        return findByIdOptional(id).map(ConsultationRow::consultation);
    }

    @Override
    public Optional<Consultation> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(ConsultationRow::consultation);
    }

    @Override
    public List<Consultation> page(
            @Nullable UUID squadId, Consultation.@Nullable State state, @Nullable UUID after, int most) {
        return PageOfRows.after(after).with("squadId", squadId).with("state", state).read(this, most).stream()
                .map(ConsultationRow::consultation)
                .toList();
    }
}

package org.customervaluesquads.squadservice.idempotency.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.customervaluesquads.squadservice.idempotency.FirstAnswer;
import org.customervaluesquads.squadservice.idempotency.SentRequest;
import org.customervaluesquads.squadservice.idempotency.SentRequests;

/** Requests that may come again, in PostgreSQL; its unique index is what makes the second of two wait for the first. */
@ApplicationScoped
class PanacheSentRequests implements SentRequests, PanacheRepositoryBase<SentRequestRow, SentRequestRow.Key> {

    private static final String KEEP = """
            insert into sent_request (operation, key, content_hash, created_id, received_at)
            values (:operation, :key, :hash, :id, :at) on conflict (operation, key) do nothing""";

    @Override
    public boolean keep(SentRequest request, UUID id, Instant receivedAt) {
        int kept = getEntityManager()
                .createNativeQuery(KEEP)
                .setParameter("operation", request.operation())
                .setParameter("key", request.key())
                .setParameter("hash", request.contentHash())
                .setParameter("id", id)
                .setParameter("at", receivedAt)
                .executeUpdate();
        return kept > 0;
    }

    @Override
    public void answered(SentRequest request, FirstAnswer answer) {
        SentRequestRow row = findById(new SentRequestRow.Key(request.operation(), request.key()));
        row.location = answer.location();
        row.version = answer.version();
        row.body = answer.body();
    }

    @Override
    public Optional<Kept> find(String operation, String key) {
        return findByIdOptional(new SentRequestRow.Key(operation, key))
                .map(row -> new Kept(
                        new SentRequest(row.operation, row.key, row.contentHash),
                        row.createdId,
                        new FirstAnswer(row.location, row.version, row.body)));
    }

    @Override
    public void forgetBefore(Instant moment) {
        delete("receivedAt < ?1", moment);
    }
}

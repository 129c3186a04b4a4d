package org.customervaluesquads.squadservice.idempotency.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that may come again, in the table {@code sent_request}. */
@Entity
@Table(name = "sent_request")
@IdClass(SentRequestRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SentRequestRow {

    @Id
    String operation;

    @Id
    String key;

    @Column(name = "content_hash")
    String contentHash;

    @Column(name = "created_id")
    UUID createdId;

    @Column(name = "received_at")
    Instant receivedAt;

    @Nullable
    String location;

    @Nullable
    Long version;

    @Column(columnDefinition = "text")
    @Nullable
    String body;

    /** What tells one request from another. */
    record Key(String operation, String key) {}
}

package org.customervaluesquads.squadservice.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes one thing for a request, however often the request comes; a request without a key comes once. */
@ApplicationScoped
public class WritingOnce {

    private final SentRequests sentRequests;
    private final Supplier<UUID> ids;
    private final Clock clock;

    WritingOnce(SentRequests sentRequests, Supplier<UUID> ids, Clock clock) {
        this.sentRequests = sentRequests;
        this.ids = ids;
        this.clock = clock;
    }

    /** Has something written and answered, under a new id where it is new, in this transaction, if the request is new. */
    @Transactional
    public WriteOutcome write(Optional<SentRequest> request, Function<UUID, FirstAnswer> writing) {
        UUID id = ids.get();
        if (request.isPresent() && !sentRequests.keep(request.get(), id, clock.instant())) {
            return before(request)
                    .orElseThrow(() -> new IllegalStateException("a kept request was forgotten while it came again"));
        }
        FirstAnswer answer = writing.apply(id);
        request.ifPresent(sent -> sentRequests.answered(sent, answer));
        return new WriteOutcome.Written(id, answer);
    }

    /** How the request ended when it came before; absent when it is new. */
    @Transactional
    public Optional<WriteOutcome> before(Optional<SentRequest> request) {
        return request.flatMap(sent -> sentRequests
                .find(sent.operation(), sent.key())
                .map(kept -> kept.request().equals(sent)
                        ? new WriteOutcome.Written(kept.id(), kept.answer())
                        : new WriteOutcome.KeyTaken(sent.key())));
    }
}

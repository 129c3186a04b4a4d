package org.customervaluesquads.squadservice.idempotency.store;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.customervaluesquads.squadservice.SquadsConfig;
import org.customervaluesquads.squadservice.idempotency.SentRequests;

/** Forgets, now and then, the requests that have been kept long enough. */
@ApplicationScoped
class RequestExpiry {

    private final SentRequests sentRequests;
    private final SquadsConfig config;
    private final Clock clock;

    RequestExpiry(SentRequests sentRequests, SquadsConfig config, Clock clock) {
        this.sentRequests = sentRequests;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    void forgetTheOld() {
        sentRequests.forgetBefore(clock.instant().minus(config.idempotency().keptFor()));
    }
}

package org.customervaluesquads.metricsservice.restating.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.jspecify.annotations.Nullable;

/** What is still to be restated and published, as gauges; looked up now and then, and not whenever somebody asks. */
@ApplicationScoped
class Backlog {

    private final Waiting waiting;
    private final Statements statements;
    private final Clock clock;
    private final AtomicLong toBeReckoned;
    private final AtomicLong oldestUnpublishedMillis;

    Backlog(Waiting waiting, Statements statements, Clock clock, MeterRegistry meters) {
        this.waiting = waiting;
        this.statements = statements;
        this.clock = clock;
        toBeReckoned = meters.gauge("squads.touched.waiting", new AtomicLong());
        oldestUnpublishedMillis = meters.gauge("squads.unpublished.oldest.millis", new AtomicLong());
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        toBeReckoned.set(waiting.count());
        statements.each(
                "SELECT min(restated_at) AS oldest FROM unsent",
                row -> oldestUnpublishedMillis.set(age(JsonRows.instantOrNull(row, "oldest"))));
    }

    private long age(@Nullable Instant moment) {
        return moment == null ? 0 : Duration.between(moment, clock.instant()).toMillis();
    }
}

package org.customervaluesquads.metricsservice.restating.kafka;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.customervaluesquads.metricsservice.restating.store.OldHours;

/** Takes squads' old hours from the topic, some at a time. */
@ApplicationScoped
class ForgettingHours {

    private final OldHours old;
    private final RestatementSender sender;

    ForgettingHours(OldHours old, RestatementSender sender) {
        this.old = old;
        this.sender = sender;
    }

    @Scheduled(every = "{squads.retention.looked-up}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        old.forget(sender::forget);
    }
}

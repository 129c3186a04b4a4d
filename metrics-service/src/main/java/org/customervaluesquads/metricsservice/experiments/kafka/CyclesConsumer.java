package org.customervaluesquads.metricsservice.experiments.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.experiments.store.SquadCycles;
import org.customervaluesquads.metricsservice.listening.kafka.ReadableRecords;
import org.customervaluesquads.metricsservice.listening.kafka.WhileTheDatabaseIsAway;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps the cycles that the squads' events tell of. */
@ApplicationScoped
class CyclesConsumer {

    private final ReadableRecords<SquadEventRecorded> records =
            ReadableRecords.of("cycles", Topics.SQUAD_EVENTS, CyclesConsumer::flaw);
    private final SquadCycles cycles;

    CyclesConsumer(SquadCycles cycles) {
        this.cycles = cycles;
    }

    @Incoming("cycles")
    @Blocking
    @Retry(maxRetries = WhileTheDatabaseIsAway.RETRIES, delay = WhileTheDatabaseIsAway.PAUSE_MILLIS)
    void keep(ConsumerRecords<byte[], byte[]> batch) {
        records.in(batch).forEach(cycles::keep);
    }

    private static Optional<String> flaw(@Nullable SquadEventRecorded event) {
        if (event == null) {
            return Optional.of("is empty");
        }
        return event.squadId() == null || event.event() == null || event.details() == null
                ? Optional.of("lacks what an event must have")
                : Optional.empty();
    }
}

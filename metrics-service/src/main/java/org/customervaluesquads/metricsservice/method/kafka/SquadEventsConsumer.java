package org.customervaluesquads.metricsservice.method.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.listening.Plausibility;
import org.customervaluesquads.metricsservice.listening.kafka.ReadableRecords;
import org.customervaluesquads.metricsservice.listening.kafka.WhileTheDatabaseIsAway;
import org.customervaluesquads.metricsservice.method.Happening;
import org.customervaluesquads.metricsservice.method.Origin;
import org.customervaluesquads.metricsservice.method.store.Happenings;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps what is measured of squads' events. */
@ApplicationScoped
class SquadEventsConsumer {

    private final ReadableRecords<SquadEventRecorded> records =
            ReadableRecords.of("squad-events", Topics.SQUAD_EVENTS, SquadEventsConsumer::flaw);
    private final Happenings happenings;

    SquadEventsConsumer(Happenings happenings) {
        this.happenings = happenings;
    }

    @Incoming("squad-events")
    @Blocking
    @Retry(maxRetries = WhileTheDatabaseIsAway.RETRIES, delay = WhileTheDatabaseIsAway.PAUSE_MILLIS)
    void keep(ConsumerRecords<byte[], byte[]> batch) {
        List<SquadEventRecorded> events = records.in(batch);
        happenings.keep(
                events.stream().map(Happening::in).flatMap(Optional::stream).toList(),
                events.stream().map(Origin::in).flatMap(Optional::stream).toList());
    }

    private static Optional<String> flaw(@Nullable SquadEventRecorded event) {
        return event == null
                        || event.eventId() == null
                        || event.squadId() == null
                        || event.event() == null
                        || event.details() == null
                        || event.occurredAt() == null
                        || !Plausibility.canBeKept(event.squadId())
                        || event.occurredAt().isBefore(Plausibility.EARLIEST)
                        || !event.occurredAt().isBefore(Plausibility.LATEST)
                ? Optional.of("lacks what a squad's event must have")
                : Optional.empty();
    }
}

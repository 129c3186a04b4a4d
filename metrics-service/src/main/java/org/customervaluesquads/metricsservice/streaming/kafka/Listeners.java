package org.customervaluesquads.metricsservice.streaming.kafka;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.listening.kafka.ReadableRecords;
import org.customervaluesquads.metricsservice.streaming.Heard;
import org.customervaluesquads.metricsservice.streaming.Position;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Whoever listens to restatements at this instance. Each instance reads the whole topic for its own listeners. What a
 * listener has not taken yet waits in a queue of its own, so a slow one is dropped and the others do not notice.
 */
@ApplicationScoped
public class Listeners {

    private final ReadableRecords<SquadMetricRestated> records =
            ReadableRecords.of("listeners", Topics.SQUAD_METRICS, restated -> Optional.empty());
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Missed missed;
    private final int waitingAtMost;
    private final int listenersAtMost;

    Listeners(Missed missed, MetricsSettings settings) {
        this.missed = missed;
        this.waitingAtMost = settings.streaming().waitingAtMost();
        this.listenersAtMost = settings.streaming().listenersAtMost();
    }

    /** Whether no more may listen now. */
    public boolean areEnough() {
        return listeners.size() >= listenersAtMost;
    }

    /**
     * What is current, or what was missed since a position, then what is restated from now on. The listener is there
     * before the rest is looked up, so nothing is missed in between; some may be heard twice.
     */
    public Multi<Heard> listen(
            Predicate<SquadMetricRestated> interest,
            Optional<Position> since,
            Supplier<List<SquadMetricRestated>> current) {
        Position now = missed.end();
        Listener listener = new Listener(interest, now, waitingAtMost);
        listeners.add(listener);
        Multi<Heard> first = Multi.createFrom()
                .items(() -> since
                        .flatMap(position -> missedSince(position, now, interest))
                        .orElseGet(() -> at(current.get(), now, now))
                        .stream());
        return Multi.createBy()
                .concatenating()
                .streams(first, listener.heard())
                .onFailure(BackPressureFailure.class)
                .recoverWithItem(new Heard.Dropped("too slow: more than " + waitingAtMost + " restatements waited"))
                .onTermination()
                .invoke(() -> listeners.remove(listener));
    }

    private Optional<List<Heard>> missedSince(Position since, Position now, Predicate<SquadMetricRestated> interest) {
        return missed.between(since, now)
                .map(all -> at(all.stream().filter(interest).toList(), since, now));
    }

    /** Whoever has heard only some of them goes on where it was. */
    private static List<Heard> at(List<SquadMetricRestated> values, Position before, Position after) {
        List<Heard> heard = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            heard.add(new Heard.Value(values.get(i), i == values.size() - 1 ? after : before));
        }
        return heard;
    }

    @Incoming("restatements")
    @Blocking
    void hear(ConsumerRecords<byte[], byte[]> batch) {
        records.eachIn(batch, (restated, entry) -> {
            // A value that was forgotten is a tombstone, and nothing to hear of.
            if (restated != null) {
                listeners.forEach(listener -> listener.hear(restated, entry.partition(), entry.offset()));
            }
        });
    }

    @Scheduled(every = "{squads.streaming.heartbeat}")
    void beat() {
        listeners.forEach(Listener::beat);
    }
}

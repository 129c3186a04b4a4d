package org.customervaluesquads.metricsservice.streaming.kafka;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Whoever listens to restatements at this instance. Each instance reads the whole topic for its own listeners. What a
 * listener has not taken yet waits in a queue of its own, so a slow one is dropped and the others do not notice.
 */
@ApplicationScoped
public class Listeners {

    private final ReadableRecords<SquadMetricRestated> records = ReadableRecords.of(
            "listeners",
            Topics.SQUAD_METRICS,
            restated -> restated == null ? Optional.of("is empty") : Optional.empty());
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final int waitingAtMost;
    private final int listenersAtMost;

    Listeners(MetricsSettings settings) {
        this.waitingAtMost = settings.streaming().waitingAtMost();
        this.listenersAtMost = settings.streaming().listenersAtMost();
    }

    /** Whether no more may listen now. */
    public boolean areEnough() {
        return listeners.size() >= listenersAtMost;
    }

    /**
     * What is current, then what is restated from now on. The listener is there before the current values are looked
     * up, so none is missed in between; one may be heard twice.
     */
    public Multi<Heard> listen(Predicate<SquadMetricRestated> interest, Supplier<List<SquadMetricRestated>> current) {
        Listener listener = new Listener(interest, waitingAtMost);
        listeners.add(listener);
        Multi<Heard> first =
                Multi.createFrom().items(() -> current.get().stream().map(Heard.Value::new));
        return Multi.createBy()
                .concatenating()
                .streams(first, listener.heard())
                .onFailure(BackPressureFailure.class)
                .recoverWithItem(new Heard.Dropped("too slow: more than " + waitingAtMost + " restatements waited"))
                .onTermination()
                .invoke(() -> listeners.remove(listener));
    }

    @Incoming("restatements")
    @Blocking
    void hear(ConsumerRecords<byte[], byte[]> batch) {
        records.in(batch).forEach(restated -> listeners.forEach(listener -> listener.hear(restated)));
    }

    @Scheduled(every = "{squads.streaming.heartbeat}")
    void beat() {
        listeners.forEach(Listener::beat);
    }
}

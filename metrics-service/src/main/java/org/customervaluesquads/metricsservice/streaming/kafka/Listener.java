package org.customervaluesquads.metricsservice.streaming.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Predicate;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.metricsservice.streaming.Heard;
import org.customervaluesquads.metricsservice.streaming.Position;

/** One who listens to some of the restatements. */
final class Listener {

    private final Predicate<SquadMetricRestated> interest;
    private final UnicastProcessor<Heard> waiting;
    private Position position;

    /** A listener who hears all that comes after a position, and perhaps some of what came before. */
    Listener(Predicate<SquadMetricRestated> interest, Position position, int waitingAtMost) {
        this.interest = interest;
        this.position = position;
        this.waiting = UnicastProcessor.create(new ArrayBlockingQueue<>(waitingAtMost), () -> {});
    }

    /** What it hears; ends with a back-pressure failure when more waits than may. */
    Multi<Heard> heard() {
        return waiting;
    }

    synchronized void hear(SquadMetricRestated restated, int partition, long offset) {
        position = position.after(partition, offset);
        if (interest.test(restated)) {
            waiting.onNext(new Heard.Value(restated, position));
        }
    }

    synchronized void beat() {
        waiting.onNext(new Heard.Heartbeat());
    }
}

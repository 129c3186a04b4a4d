package org.customervaluesquads.metricsservice.streaming.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Predicate;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.metricsservice.streaming.Heard;

/** One who listens to some of the restatements. */
final class Listener {

    private final Predicate<SquadMetricRestated> interest;
    private final UnicastProcessor<Heard> waiting;

    Listener(Predicate<SquadMetricRestated> interest, int waitingAtMost) {
        this.interest = interest;
        this.waiting = UnicastProcessor.create(new ArrayBlockingQueue<>(waitingAtMost), () -> {});
    }

    /** What it hears; ends with a back-pressure failure when more waits than may. */
    Multi<Heard> heard() {
        return waiting;
    }

    synchronized void hear(SquadMetricRestated restated) {
        if (interest.test(restated)) {
            waiting.onNext(new Heard.Value(restated));
        }
    }

    synchronized void beat() {
        waiting.onNext(new Heard.Heartbeat());
    }
}

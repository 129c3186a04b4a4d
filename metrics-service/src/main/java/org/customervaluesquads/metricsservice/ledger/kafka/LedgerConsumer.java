package org.customervaluesquads.metricsservice.ledger.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.customervaluesquads.contracts.Outcomes;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.attribution.store.Touches;
import org.customervaluesquads.metricsservice.cells.store.DeviceSightings;
import org.customervaluesquads.metricsservice.experiments.store.Exposures;
import org.customervaluesquads.metricsservice.ledger.store.Ledger;
import org.customervaluesquads.metricsservice.listening.Plausibility;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.listening.kafka.ReadableRecords;
import org.customervaluesquads.metricsservice.listening.kafka.WhileTheDatabaseIsAway;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Enters the outcomes among the signals into the ledger, and keeps where devices were seen, and who was met and exposed. */
@ApplicationScoped
class LedgerConsumer {

    private static final String SQUAD_TOUCH = "squad.touch";

    private final ReadableRecords<SignalRecorded> records =
            ReadableRecords.of("ledger", Topics.SIGNALS, Plausibility::flaw);
    private final Ledger ledger;
    private final DeviceSightings sightings;
    private final Touches touches;
    private final Exposures exposures;
    private final Counter entered;
    private final Counter known;

    LedgerConsumer(
            Ledger ledger, DeviceSightings sightings, Touches touches, Exposures exposures, MeterRegistry meters) {
        this.ledger = ledger;
        this.sightings = sightings;
        this.touches = touches;
        this.exposures = exposures;
        this.entered = meters.counter("squads.ledger.outcomes", "result", "entered");
        this.known = meters.counter("squads.ledger.outcomes", "result", "known");
    }

    @Incoming("ledger")
    @Blocking
    @Retry(maxRetries = WhileTheDatabaseIsAway.RETRIES, delay = WhileTheDatabaseIsAway.PAUSE_MILLIS)
    void enter(ConsumerRecords<byte[], byte[]> batch) {
        List<Traced<SignalRecorded>> signals = records.tracedIn(batch);
        Map<String, String> subjects = Subjects.in(batch);
        sightings.keep(signals, subjects);
        touches.keep(signals, subjects);
        exposures.keep(signals, subjects);
        List<Traced<SignalRecorded>> outcomes =
                signals.stream().filter(signal -> isKept(signal.its())).toList();
        int newOnes = ledger.enter(outcomes, subjects);
        entered.increment(newOnes);
        known.increment(outcomes.size() - newOnes);
    }

    /** Outcomes, and what squads do to reach their customers, since that ends the time from insight to action. */
    private static boolean isKept(SignalRecorded signal) {
        return Outcomes.include(signal) || signal.type().equals(SQUAD_TOUCH);
    }
}

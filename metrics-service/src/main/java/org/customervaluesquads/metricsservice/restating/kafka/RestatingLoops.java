package org.customervaluesquads.metricsservice.restating.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.restating.Outgoing;
import org.customervaluesquads.metricsservice.restating.store.RestatingFailed;
import org.customervaluesquads.metricsservice.restating.store.RestatingLonger;
import org.customervaluesquads.metricsservice.restating.store.RestatingSquads;
import org.customervaluesquads.metricsservice.restating.store.UnsentRestatements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that restate squads and send the restatements, for as long as the service runs. */
@ApplicationScoped
class RestatingLoops {

    private static final Logger LOG = LoggerFactory.getLogger(RestatingLoops.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private static final int ONE = 1;

    private final RestatingSquads restating;
    private final RestatingLonger longer;
    private final UnsentRestatements unsent;
    private final RestatementSender sender;
    private final MetricsSettings.Restating settings;
    private final Timer restated;
    private final Timer failing;
    private final Counter sent;
    private final AtomicInteger singly = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    RestatingLoops(
            RestatingSquads restating,
            RestatingLonger longer,
            UnsentRestatements unsent,
            RestatementSender sender,
            MetricsSettings settings,
            MeterRegistry meters) {
        this.restating = restating;
        this.longer = longer;
        this.unsent = unsent;
        this.sender = sender;
        this.settings = settings.restating();
        this.restated = meters.timer("squads.restating", "result", "restated");
        this.failing = meters.timer("squads.restating", "result", "failed");
        this.sent = meters.counter("squads.restatements.sent");
    }

    void start(@Observes StartupEvent started) {
        for (int worker = 0; worker < settings.workers(); worker++) {
            start("restating-" + worker, this::restateSome);
        }
        start("restating-longer", () -> !unsent.areMany() && longer.restateSome());
        start("sending", () -> unsent.send(this::send));
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.join(STOP_WITHIN);
        }
    }

    private void start(String name, BooleanSupplier step) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(() -> repeat(name, step)));
    }

    private void send(List<Outgoing> restatements) {
        sender.send(restatements);
        sent.increment(restatements.size());
    }

    /** After a failure one by one, until it is known which squad it is that cannot be reckoned. */
    private boolean restateSome() {
        if (unsent.areMany()) {
            return false;
        }
        long began = System.nanoTime();
        int most = singly.get() > 0 ? ONE : settings.squadsAtOnce();
        try {
            boolean didSome = restating.restateSome(most);
            if (didSome) {
                restated.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
                singly.updateAndGet(left -> Math.max(0, left - 1));
            }
            return didSome;
        } catch (RestatingFailed failed) {
            failing.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            if (most == ONE) {
                restating.putLast(failed);
                LOG.atError()
                        .addKeyValue("squads", failed.squadIds())
                        .setCause(failed)
                        .log("put last");
                return true;
            }
            singly.set(failed.squadIds().size());
            throw failed;
        }
    }

    private void repeat(String name, BooleanSupplier step) {
        while (running) {
            try {
                if (!step.getAsBoolean()) {
                    Thread.sleep(settings.idle());
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.atError().addKeyValue("loop", name).setCause(failed).log("loop step failed");
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.afterFailure());
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}

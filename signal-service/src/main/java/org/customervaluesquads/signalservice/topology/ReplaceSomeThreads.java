package org.customervaluesquads.signalservice.topology;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died, since most reasons (a broker that restarts) pass; after too many deaths in a short
 * time it gives up and ends the process, so that whoever runs the service starts it again or sees that it does not start.
 *
 * <p>The first are replaced at once, later ones after a pause. The pauses stay shorter than a transaction may be open,
 * for the thread that died has one.
 */
final class ReplaceSomeThreads implements StreamsUncaughtExceptionHandler {

    static final int DEATHS_MAX = 20;
    static final Duration WITHIN = Duration.ofMinutes(10);
    static final int REPLACED_AT_ONCE = 2;
    static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    static final Duration PAUSE_MAX = Duration.ofSeconds(4);

    /** After more deaths than this within the time, the next one is to be expected until none came for a while. */
    static final int DEATHS_WHILE_SETTLED_MAX = 5;

    /** Longer than it takes until another thread has a dead one's partitions and reads the same record. */
    static final Duration SETTLED_AFTER = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ReplaceSomeThreads.class);
    private static final String COUNTER = "squads.stream.threads.died";

    private final Deque<Instant> deaths = new ArrayDeque<>();
    private final Clock clock;
    private final Consumer<Duration> pause;
    private final Runnable giveUp;

    /**
     * Replaces by a clock.
     *
     * @param pause waits on the thread that died
     * @param giveUp ends the process
     */
    ReplaceSomeThreads(Clock clock, Consumer<Duration> pause, Runnable giveUp) {
        this.clock = clock;
        this.pause = pause;
        this.giveUp = giveUp;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable cause) {
        int died = died();
        boolean givesUp = died > DEATHS_MAX;
        Metrics.counter(COUNTER).increment();
        LOG.atError()
                .setCause(cause)
                .addKeyValue("deaths", died)
                .addKeyValue("givesUp", givesUp)
                .log("a stream thread died");
        if (givesUp) {
            giveUp.run();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (died > REPLACED_AT_ONCE) {
            pause.accept(pauseBefore(died));
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Whether threads die again and again, so that something is not worked off. */
    synchronized boolean isUnsettled() {
        return deaths.size() > DEATHS_WHILE_SETTLED_MAX
                && deaths.getLast().plus(SETTLED_AFTER).isAfter(clock.instant());
    }

    private synchronized int died() {
        Instant now = clock.instant();
        deaths.addLast(now);
        while (deaths.getFirst().isBefore(now.minus(WITHIN))) {
            deaths.removeFirst();
        }
        return deaths.size();
    }

    private static Duration pauseBefore(int replacement) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << (replacement - REPLACED_AT_ONCE - 1));
        return doubled.compareTo(PAUSE_MAX) < 0 ? doubled : PAUSE_MAX;
    }
}

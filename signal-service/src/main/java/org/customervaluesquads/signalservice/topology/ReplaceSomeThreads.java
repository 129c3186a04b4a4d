package org.customervaluesquads.signalservice.topology;

import io.quarkus.runtime.Quarkus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died, since most reasons (a broker that restarts) pass; after too many deaths in a short
 * time it gives up and ends the process, so that whoever runs the service starts it again or sees that it does not start.
 */
final class ReplaceSomeThreads implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ReplaceSomeThreads.class);
    private static final int DEATHS_MAX = 20;
    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final int EXIT_CODE = 1;

    private final Deque<Instant> deaths = new ArrayDeque<>();

    private final Clock clock;

    ReplaceSomeThreads(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable cause) {
        Instant now = clock.instant();
        deaths.addLast(now);
        while (deaths.getFirst().isBefore(now.minus(WITHIN))) {
            deaths.removeFirst();
        }
        boolean giveUp = deaths.size() > DEATHS_MAX;
        LOG.atError()
                .setCause(cause)
                .addKeyValue("deaths", deaths.size())
                .addKeyValue("givesUp", giveUp)
                .log("a stream thread died");
        if (giveUp) {
            Quarkus.asyncExit(EXIT_CODE);
        }
        return giveUp ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT : StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}

package org.customervaluesquads.signalservice.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died, since most reasons (a broker that restarts) pass; after too many deaths in a short
 * time it gives up, so that the readiness check fails and whoever runs the service sees it.
 */
final class ReplaceSomeThreads implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ReplaceSomeThreads.class);
    private static final int DEATHS_MAX = 20;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final Deque<Instant> deaths = new ArrayDeque<>();

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable cause) {
        Instant now = Instant.now();
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
        return giveUp ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT : StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}

package org.customervaluesquads.metricsservice.cells.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a thread that failed, since most failures are a broker's and pass, and exactly-once makes trying again safe.
 * When threads fail too often the client is shut down, and liveness says so.
 */
final class ReplacingThreads implements StreamsUncaughtExceptionHandler {

    static final int MOST = 20;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(ReplacingThreads.class);

    private final Clock clock;
    private final Deque<Instant> replaced = new ArrayDeque<>(MOST);

    ReplacingThreads(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        Instant now = clock.instant();
        while (!replaced.isEmpty() && replaced.peekFirst().isBefore(now.minus(WITHIN))) {
            replaced.removeFirst();
        }
        if (replaced.size() >= MOST) {
            LOG.atError().setCause(failure).log("streams threads fail too often");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        replaced.addLast(now);
        LOG.atError().setCause(failure).addKeyValue("replaced", replaced.size()).log("streams thread replaced");
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}

package org.customervaluesquads.metricsservice.lab.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.problems.Busy;

/**
 * Room for the tables that are reckoned at the same time: as many bytes as one table can have at most, so that large ones
 * follow each other, small ones run beside each other, and the memory that all of them take has a bound. Who comes first is
 * let in first.
 */
@ApplicationScoped
class Room {

    /** Even a small table takes so much. */
    private static final int BYTES_AT_LEAST = 64 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String BUSY = "other tables are being reckoned";

    private final int most;
    private final Semaphore bytes;

    Room(MetricsSettings settings) {
        this.most = Math.toIntExact(settings.answering().longestBody().asLongValue());
        this.bytes = new Semaphore(most, true);
    }

    /** How many bytes a table has at most. */
    int most() {
        return most;
    }

    /**
     * Answers once there is room for so many bytes.
     *
     * @param length negative where it is not known
     * @throws Busy if there is none for long
     */
    <T> T with(long length, Supplier<T> answer) {
        int needed = length < 0 ? most : Math.clamp(length, Math.min(BYTES_AT_LEAST, most), most);
        try {
            if (!bytes.tryAcquire(needed, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy(BUSY);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Busy(BUSY);
        }
        try {
            return answer.get();
        } finally {
            bytes.release(needed);
        }
    }
}

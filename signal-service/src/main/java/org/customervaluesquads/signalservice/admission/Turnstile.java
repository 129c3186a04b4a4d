package org.customervaluesquads.signalservice.admission;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.customervaluesquads.signalservice.intake.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Counts one source in: by its quota, and by how much of it is on its way to the log. Nobody waits here; whoever cannot
 * pass is told when to come again. Without locks, since every request goes through it.
 */
final class Turnstile {

    /** A source that was silent may send so long's quota at once, and in any case one full batch. */
    static final Duration BURST = Duration.ofSeconds(2);

    /** A quarter of what the log's producer holds, so that one source cannot fill it. */
    static final long ON_ITS_WAY_CHARACTERS_MAX = 8L * 1024 * 1024;

    /** So many requests of one source may be mapped at once, each of which takes a thread. */
    static final int MAPPED_AT_ONCE_MAX = 8;

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final AtomicLong onItsWay = new AtomicLong();
    private final AtomicInteger mapped = new AtomicInteger();
    private final TimeMeter time;
    private volatile @Nullable Quota quota;

    Turnstile(TimeMeter time) {
        this.time = time;
    }

    private record Quota(int perSecond, long burst, Bucket bucket) {}

    /** Lets so many signals in, of so many characters together; or says how long to wait. */
    @Nullable
    Duration enter(int signals, long characters, @Nullable Integer perSecond) {
        long before = onItsWay.getAndAdd(characters);
        Duration wait = before > 0 && before + characters > ON_ITS_WAY_CHARACTERS_MAX
                ? COME_AGAIN
                : perSecond == null ? null : take(signals, quota(perSecond));
        if (wait != null) {
            leave(characters);
        }
        return wait;
    }

    /** What had entered is in the log, or failed to get there. */
    void leave(long characters) {
        onItsWay.addAndGet(-characters);
    }

    /** How long to wait until the quota has room for one signal; null if it has. */
    @Nullable
    Duration waitForOne(@Nullable Integer perSecond) {
        if (perSecond == null) {
            return null;
        }
        var estimate = quota(perSecond).bucket().estimateAbilityToConsume(1);
        return estimate.canBeConsumed() ? null : Duration.ofNanos(estimate.getNanosToWaitForRefill());
    }

    boolean beginsMapping() {
        if (mapped.incrementAndGet() <= MAPPED_AT_ONCE_MAX) {
            return true;
        }
        endsMapping();
        return false;
    }

    void endsMapping() {
        mapped.decrementAndGet();
    }

    private static @Nullable Duration take(int signals, Quota quota) {
        // one event can become more signals than a batch has; they must pass at some time
        long tokens = Math.min(signals, quota.burst());
        ConsumptionProbe probe = quota.bucket().tryConsumeAndReturnRemaining(tokens);
        return probe.isConsumed() ? null : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Two threads that see a changed quota at once may both make it anew: then one burst more is let in, once. */
    private Quota quota(int perSecond) {
        Quota current = quota;
        if (current == null || current.perSecond() != perSecond) {
            long burst = Math.max(perSecond * BURST.toSeconds(), Limits.BATCH_SIGNALS_MAX);
            Bucket bucket = Bucket.builder()
                    .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .withCustomTimePrecision(time)
                    .build();
            current = new Quota(perSecond, burst, bucket);
            quota = current;
        }
        return current;
    }
}

package org.customervaluesquads.metricsservice.intents;

import java.time.Duration;
import java.time.Instant;
import org.customervaluesquads.contracts.IntentChanged;
import org.jspecify.annotations.Nullable;

/**
 * An intent, and when it was told of.
 *
 * @param toldAt when the topic had it
 */
public record Told(IntentChanged intent, Instant toldAt) {

    /** What came later than this is history that was brought in, and says nothing of how fast insights are. */
    private static final Duration LIVE = Duration.ofDays(1);

    /** How long it took from what the customer did; absent where that is history. */
    public @Nullable Duration insightAfter() {
        Duration after = Duration.between(intent.occurredAt(), toldAt);
        return after.isNegative() || after.compareTo(LIVE) > 0 ? null : after;
    }
}

package org.customervaluesquads.metricsservice.intents.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.metricsservice.intents.Told;
import org.jspecify.annotations.Nullable;

/** A high intent's row; its fields are named as the columns. */
record HighIntentRow(
        Instant hour,
        String intent,
        String customer_id,
        Set<String> regions,
        Set<String> segments,
        Set<String> accounts,
        Set<String> products,
        Set<String> channels,
        Instant newest_at,
        boolean confirmed,
        @Nullable BigDecimal seconds_to_insight) {

    private static final String CONFIRMED = "confirmed";
    private static final int MILLIS_DECIMALS = 3;

    static HighIntentRow from(Told told) {
        IntentChanged intent = told.intent();
        Duration waited = told.insightAfter();
        return new HighIntentRow(
                intent.occurredAt().truncatedTo(ChronoUnit.HOURS),
                intent.intent(),
                intent.customerId(),
                intent.regions(),
                intent.segments(),
                intent.accounts(),
                intent.products(),
                intent.channels(),
                intent.occurredAt(),
                intent.change().equals(CONFIRMED),
                waited == null ? null : BigDecimal.valueOf(waited.toMillis(), MILLIS_DECIMALS));
    }

    /** What names the row. */
    String key() {
        return key(hour, intent, customer_id);
    }

    /** What names the row of these. */
    static String key(Instant hour, String intent, String customerId) {
        return hour + intent + '\0' + customerId;
    }

    /** Two sightings of one hour as one. */
    HighIntentRow and(HighIntentRow other) {
        return new HighIntentRow(
                hour,
                intent,
                customer_id,
                union(regions, other.regions),
                union(segments, other.segments),
                union(accounts, other.accounts),
                union(products, other.products),
                union(channels, other.channels),
                newest_at.isAfter(other.newest_at) ? newest_at : other.newest_at,
                confirmed || other.confirmed,
                sooner(seconds_to_insight, other.seconds_to_insight));
    }

    private static @Nullable BigDecimal sooner(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.min(other);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}

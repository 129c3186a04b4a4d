package org.customervaluesquads.metricsservice.intents.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.IntentChanged;

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
        Instant newest_at) {

    static HighIntentRow from(IntentChanged intent) {
        return new HighIntentRow(
                intent.occurredAt().truncatedTo(ChronoUnit.HOURS),
                intent.intent(),
                intent.customerId(),
                intent.regions(),
                intent.segments(),
                intent.accounts(),
                intent.products(),
                intent.channels(),
                intent.occurredAt());
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
                newest_at.isAfter(other.newest_at) ? newest_at : other.newest_at);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}

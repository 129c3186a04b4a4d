package org.customervaluesquads.metricsservice.reckoning;

import java.math.BigDecimal;
import java.time.Instant;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.jspecify.annotations.Nullable;

/**
 * What is alike among the facts of one window, measured together: what is fetched, and what reckoning starts from.
 *
 * @param type the signal's type, or the intent
 * @param currency of the amount; absent where there is none
 * @param count how many there were, of signals or, for intents, of customers
 * @param customers the known customers among them, where they are kept as a set
 * @param facts how many rows or signals were counted
 * @param newestAt when the newest of them occurred
 */
public record Tally(
        Facts kind,
        String type,
        @Nullable String silo,
        @Nullable String channel,
        @Nullable String currency,
        long count,
        BigDecimal amount,
        Customers customers,
        long facts,
        @Nullable Instant newestAt) {

    /** Outcomes of one type, silo and currency. */
    public static Tally ofOutcomes(
            String type, String silo, @Nullable String currency, long count, BigDecimal amount, Instant newestAt) {
        return new Tally(Facts.OUTCOMES, type, silo, null, currency, count, amount, Customers.NOBODY, count, newestAt);
    }

    /** Signals of one type, silo and channel. */
    public static Tally ofEngagement(
            String type, String silo, @Nullable String channel, long signals, Customers customers, Instant newestAt) {
        return new Tally(
                Facts.ENGAGEMENT, type, silo, channel, null, signals, BigDecimal.ZERO, customers, signals, newestAt);
    }

    /** Customers with one high intent, seen so often. */
    public static Tally ofIntent(String intent, long customers, long sightings, Instant newestAt) {
        return new Tally(
                Facts.INTENTS,
                intent,
                null,
                null,
                null,
                customers,
                BigDecimal.ZERO,
                Customers.NOBODY,
                sightings,
                newestAt);
    }

    /** What the squad cost in one currency. */
    public static Tally ofCost(String currency, BigDecimal amount) {
        return new Tally(Facts.COSTS, "squad-cost", null, null, currency, 0, amount, Customers.NOBODY, 0, null);
    }
}

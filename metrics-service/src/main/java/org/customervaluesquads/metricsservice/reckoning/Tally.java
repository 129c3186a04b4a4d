package org.customervaluesquads.metricsservice.reckoning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.jspecify.annotations.Nullable;

/**
 * What is alike among the facts of one window, measured together: what is fetched, and what reckoning starts from.
 *
 * @param count how many there were; none of a cost
 * @param amount the sum of their amounts, all in the currency that they have in common
 * @param customers the known customers among them, where they are kept as a set
 * @param numbers what the facts bear beside the amount, by its name
 * @param newestAt when the newest of them occurred
 */
public record Tally(
        Alike alike,
        long count,
        BigDecimal amount,
        Customers customers,
        Map<String, Numbers> numbers,
        @Nullable Instant newestAt) {

    private static final long FIXED_BYTES = 500;

    /**
     * What the facts have in common.
     *
     * @param type the signal's type, the intent, or what happened to the squad
     * @param currency of the amount; absent where there is none
     * @param labels texts by which definitions tell facts apart, such as the stage of an opportunity
     */
    public record Alike(
            Facts kind,
            String type,
            @Nullable String silo,
            @Nullable String channel,
            @Nullable String currency,
            Map<String, String> labels) {

        /** Facts of a kind and type that have nothing else in common. */
        public static Alike of(Facts kind, String type) {
            return new Alike(kind, type, null, null, null, Map.of());
        }
    }

    /** How many bytes it takes in memory, roughly. */
    public long bytes() {
        return FIXED_BYTES
                + customers.bytes()
                + numbers.values().stream().mapToLong(Numbers::bytes).sum();
    }

    /** Its customers, told apart by all but the type and the labels. */
    Tally customersOfAnyType() {
        Alike any = new Alike(alike.kind(), "", alike.silo(), alike.channel(), alike.currency(), Map.of());
        return new Tally(any, count, amount, customers, Map.of(), newestAt);
    }

    /** What the squad cost in one currency. */
    public static Tally ofCost(String currency, BigDecimal amount) {
        Alike alike = new Alike(Facts.COSTS, "squad-cost", null, null, currency, Map.of());
        return new Tally(alike, 0, amount, Customers.NOBODY, Map.of(), null);
    }
}

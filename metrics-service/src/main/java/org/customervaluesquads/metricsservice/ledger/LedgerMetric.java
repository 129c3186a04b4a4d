package org.customervaluesquads.metricsservice.ledger;

import java.util.Optional;
import java.util.Set;
import org.customervaluesquads.contracts.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * A metric that adds up over the outcomes of single customers, and so can be told of each of them: counts or amounts of some
 * types of outcomes, less those of others.
 *
 * @param amounts whether amounts are summed, and not outcomes counted
 * @param currency of the amounts; absent where there is but one
 * @param moreIsBetter where good is
 */
public record LedgerMetric(
        String name,
        Set<String> plus,
        Set<String> minus,
        boolean amounts,
        @Nullable String currency,
        boolean moreIsBetter) {

    private static final String ORDERED = "order.completed";
    private static final String CANCELLED = "order.cancelled";
    private static final Set<String> BAD = Set.of(CANCELLED, "subscription.churned", "ticket.opened", "spend.recorded");

    /**
     * The metric of a name: {@code revenue}, {@code order-value}, {@code cancelled-value} or {@code spend}, each with a
     * slash and a currency where there are several; {@code orders}, {@code cancellations}; or a type of outcomes, which
     * are counted. Empty for one that is no sum over single customers.
     */
    public static Optional<LedgerMetric> called(String metric) {
        int slash = metric.indexOf('/');
        String name = slash < 0 ? metric : metric.substring(0, slash);
        String currency = slash < 0 ? null : metric.substring(slash + 1);
        return switch (name) {
            case "revenue" -> amount(metric, Set.of(ORDERED), Set.of(CANCELLED), currency, true);
            case "order-value" -> amount(metric, Set.of(ORDERED), Set.of(), currency, true);
            case "cancelled-value" -> amount(metric, Set.of(CANCELLED), Set.of(), currency, false);
            case "spend" -> amount(metric, Set.of("spend.recorded"), Set.of(), currency, false);
            case "orders" -> count(metric, ORDERED);
            case "cancellations" -> count(metric, CANCELLED);
            default -> Outcomes.TYPES.contains(name) ? count(metric, name) : Optional.empty();
        };
    }

    private static Optional<LedgerMetric> amount(
            String metric, Set<String> plus, Set<String> minus, @Nullable String currency, boolean moreIsBetter) {
        return Optional.of(new LedgerMetric(metric, plus, minus, true, currency, moreIsBetter));
    }

    private static Optional<LedgerMetric> count(String metric, String type) {
        return Optional.of(new LedgerMetric(metric, Set.of(type), Set.of(), false, null, !BAD.contains(type)));
    }

    /** The types of outcomes that take part. */
    public String[] types() {
        return java.util.stream.Stream.concat(plus.stream(), minus.stream()).toArray(String[]::new);
    }

    /** The same in this currency. */
    public LedgerMetric in(@Nullable String one) {
        return new LedgerMetric(name, plus, minus, amounts, one, moreIsBetter);
    }

    /** The unit of its values. */
    public String unit() {
        return amounts ? currency == null ? "currency" : currency : "outcomes";
    }
}

package org.customervaluesquads.metricsservice.customervalue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to how much customers are still going to buy, or why there is none. */
public sealed interface CustomerValue {

    /** Fewer customers do not show how customers differ. */
    int FEWEST_CUSTOMERS = 30;

    /** Fewer customers who came back show neither how often one comes back nor what that is worth. */
    int FEWEST_REPEATERS = 10;

    /** There is none, and why. */
    record Refused(String reason) implements CustomerValue {}

    /**
     * What is expected.
     *
     * @param spending absent where the worth of purchases cannot be told, for {@code whyNoWorth}
     * @param totals of all customers, by horizon
     * @param customers the most valuable first
     */
    record Expected(
            Fitted<BgNbd> purchases,
            @Nullable Fitted<GammaGamma> spending,
            String whyNoWorth,
            long histories,
            List<Total> totals,
            List<Valued> customers)
            implements CustomerValue {}

    /**
     * What is expected of one customer.
     *
     * @param purchases expected within each horizon
     * @param purchaseWorth what one of them is expected to be worth, in the currency
     */
    record Valued(
            CustomerHistory history,
            double alive,
            List<Double> purchases,
            @Nullable Double purchaseWorth) {

        /** What the customer is expected to spend within a horizon, in the currency. */
        public @Nullable Double worth(int horizon) {
            return purchaseWorth == null ? null : purchases.get(horizon) * purchaseWorth;
        }
    }

    /** What is expected of all customers together within a horizon. */
    record Total(
            Horizon horizon, double purchases, @Nullable Double worth) {}

    /** Fits the models to these customers, and tells what is expected of them. */
    static CustomerValue of(Collection<CustomerHistory> customers, List<Horizon> horizons) {
        long repeaters = customers.stream()
                .filter(customer -> customer.purchases().repeats() > 0)
                .count();
        if (customers.size() < FEWEST_CUSTOMERS || repeaters < FEWEST_REPEATERS) {
            return new Refused("there are " + customers.size() + " customers, of whom " + repeaters
                    + " came back; at least " + FEWEST_CUSTOMERS + " and " + FEWEST_REPEATERS + " are needed");
        }
        List<Purchases> counted = counted(customers);
        Fitted<BgNbd> purchases = BgNbd.fit(counted);
        List<Spending> spent = customers.stream()
                .filter(CustomerHistory::hasSpent)
                .map(customer -> new Spending(customer.purchases().repeats(), customer.mean(), 1))
                .toList();
        Fitted<GammaGamma> spending = spent.size() < FEWEST_REPEATERS ? null : GammaGamma.fit(spent);
        String why = whyNoWorth(spent.size(), spending);
        Fitted<GammaGamma> told = why.isEmpty() ? spending : null;
        List<Valued> valued = valued(customers, horizons, purchases.model(), told == null ? null : told.model());
        return new Expected(purchases, told, why, counted.size(), totals(valued, horizons), valued);
    }

    private static String whyNoWorth(int spenders, @Nullable Fitted<GammaGamma> spending) {
        if (spending == null) {
            return "only " + spenders + " customers came back and spent something";
        }
        return spending.model().hasMean() ? "" : "what purchases are worth varies so much that it has no mean";
    }

    /** Equal histories together: the likelihood needs each of them once. */
    private static List<Purchases> counted(Collection<CustomerHistory> customers) {
        Map<Purchases, Long> counts = new LinkedHashMap<>();
        customers.forEach(customer ->
                counts.merge(customer.purchases(), customer.purchases().customers(), Long::sum));
        List<Purchases> counted = new ArrayList<>(counts.size());
        counts.forEach((history, count) ->
                counted.add(new Purchases(history.repeats(), history.lastAt(), history.watched(), count)));
        return counted;
    }

    private static List<Valued> valued(
            Collection<CustomerHistory> customers,
            List<Horizon> horizons,
            BgNbd purchases,
            @Nullable GammaGamma worth) {
        Map<Purchases, List<Double>> expected = new LinkedHashMap<>();
        return customers.stream()
                .map(customer -> new Valued(
                        customer,
                        purchases.alive(customer.purchases()),
                        expected.computeIfAbsent(
                                customer.purchases(),
                                history -> horizons.stream()
                                        .map(horizon -> purchases.expected(history, horizon.units()))
                                        .toList()),
                        worth == null ? null : worth(customer, worth)))
                .sorted(Comparator.comparingDouble(
                                (Valued customer) -> customer.purchases().getLast() * pricedAt(customer))
                        .reversed())
                .toList();
    }

    private static double worth(CustomerHistory customer, GammaGamma worth) {
        return customer.hasSpent()
                ? worth.expected(customer.purchases().repeats(), customer.mean())
                : worth.expectedOfNew();
    }

    private static double pricedAt(Valued customer) {
        Double worth = customer.purchaseWorth();
        return worth == null ? 1 : worth;
    }

    private static List<Total> totals(List<Valued> customers, List<Horizon> horizons) {
        List<Total> totals = new ArrayList<>();
        for (int place = 0; place < horizons.size(); place++) {
            double purchases = 0;
            double worth = 0;
            boolean told = true;
            for (Valued customer : customers) {
                Double its = customer.worth(place);
                purchases += customer.purchases().get(place);
                worth += its == null ? 0 : its;
                told &= its != null;
            }
            totals.add(new Total(horizons.get(place), purchases, told ? worth : null));
        }
        return totals;
    }
}

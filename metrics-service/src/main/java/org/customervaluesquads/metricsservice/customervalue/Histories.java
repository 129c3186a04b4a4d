package org.customervaluesquads.metricsservice.customervalue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Histories from what customers bought on which days; purchases of one day are one occasion. Times are in weeks. */
public final class Histories {

    /** The unit of time. */
    public static final double DAYS_A_WEEK = 7;

    private Histories() {}

    /** The histories of all customers who bought before the end of a day; what came after it is left out. */
    public static List<CustomerHistory> until(long day, Collection<Occasion> occasions) {
        List<CustomerHistory> histories = new ArrayList<>();
        days(day, occasions).forEach((customer, days) -> histories.add(history(customer, days, day)));
        return histories;
    }

    /** What each customer bought on each day up to one. */
    static Map<String, NavigableMap<Long, Double>> days(long until, Collection<Occasion> occasions) {
        Map<String, NavigableMap<Long, Double>> customers = new LinkedHashMap<>();
        for (Occasion occasion : occasions) {
            if (occasion.day() <= until) {
                customers
                        .computeIfAbsent(occasion.customer(), its -> new TreeMap<>())
                        .merge(occasion.day(), occasion.amount(), Double::sum);
            }
        }
        return customers;
    }

    private static CustomerHistory history(String customer, NavigableMap<Long, Double> days, long until) {
        long first = days.firstKey();
        int repeats = days.size() - 1;
        double spent = days.tailMap(first, false).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        Purchases purchases =
                Purchases.of(repeats, (days.lastKey() - first) / DAYS_A_WEEK, (until - first) / DAYS_A_WEEK);
        return new CustomerHistory(customer, purchases, repeats == 0 ? 0 : spent / repeats);
    }
}

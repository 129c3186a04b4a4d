package org.customervaluesquads.metricsservice.customervalue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether the model can be trusted: fitted to the first part of the time, it foretells the rest (the tracking plot of Fader,
 * Hardie and Lee 2005). Both curves count the repeat purchases of those who first bought in the first part, cumulated.
 *
 * @param model fitted to the first part
 * @param split the last day of the first part
 * @param points at the end of each week, in order
 */
public record Calibration(BgNbd model, long split, List<Point> points) {

    /** A part shorter than this many days shows nothing. */
    public static final int SHORTEST_DAYS = 56;

    /** Repeat purchases up to the end of a day. */
    public record Point(long day, double expected, double actual) {}

    /** The share by which the model foretold too many, or too few, in the second part. */
    public double error() {
        Point first = points.stream()
                .filter(point -> point.day() <= split)
                .reduce((one, other) -> other)
                .orElseThrow();
        Point last = points.getLast();
        double actual = last.actual() - first.actual();
        return actual == 0 ? Double.NaN : (last.expected() - first.expected()) / actual - 1;
    }

    /** Calibrates on the first part of the time up to a day, two thirds of it; empty where that is too short. */
    public static Optional<Calibration> until(long day, Collection<Occasion> occasions) {
        long first = occasions.stream().mapToLong(Occasion::day).min().orElse(day);
        long split = first + (day - first) * 2 / 3;
        if (split - first < SHORTEST_DAYS || day - split < SHORTEST_DAYS / 2) {
            return Optional.empty();
        }
        List<CustomerHistory> before = Histories.until(split, occasions);
        if (!(CustomerValue.of(before, List.of(new Horizon(1, 1))) instanceof CustomerValue.Expected fitted)) {
            return Optional.empty();
        }
        BgNbd model = fitted.purchases().model();
        return Optional.of(new Calibration(model, split, points(model, new Times(first, split, day), occasions)));
    }

    private record Times(long first, long split, long end) {}

    private static List<Point> points(BgNbd model, Times times, Collection<Occasion> occasions) {
        TreeMap<Long, Integer> beginners = new TreeMap<>();
        TreeMap<Long, Integer> repeats = new TreeMap<>();
        for (Map.Entry<String, NavigableMap<Long, Double>> customer :
                Histories.days(times.end, occasions).entrySet()) {
            long began = customer.getValue().firstKey();
            if (began <= times.split) {
                beginners.merge(began, 1, Integer::sum);
                customer.getValue().tailMap(began, false).keySet().forEach(day -> repeats.merge(day, 1, Integer::sum));
            }
        }
        double[] expectedAfter = new double[Math.toIntExact(times.end - times.first + 1)];
        for (int days = 1; days < expectedAfter.length; days++) {
            expectedAfter[days] = model.expectedOfNew(days / Histories.DAYS_A_WEEK);
        }
        List<Point> points = new ArrayList<>();
        for (long day = times.first + 6; day <= times.end; day += 7) {
            long end = day;
            double expected = beginners.headMap(end, true).entrySet().stream()
                    .mapToDouble(began -> began.getValue() * expectedAfter[(int) (end - began.getKey())])
                    .sum();
            double actual = repeats.headMap(end, true).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            points.add(new Point(end, expected, actual));
        }
        return points;
    }
}

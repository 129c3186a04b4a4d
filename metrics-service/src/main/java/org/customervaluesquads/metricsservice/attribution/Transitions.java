package org.customervaluesquads.metricsservice.attribution;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * How often customers went from one player to the next: a Markov chain of first order, as counts, which add up over
 * partitions and customers (Anderl, Becker, von Wangenheim and Schumann 2016, "Mapping the customer journey").
 *
 * <p>A player's removal effect is the share of outcomes that would be lost if everybody who comes to it left. It is had in
 * closed form from one matrix: the ways to an outcome that pass through k are those that reach k, times those that lead on
 * from there, so the effect is P(reach k) P(outcome from k) / P(outcome). Staying at a player in a row changes nothing. It
 * asks that what comes next depends only on where the customer is.
 */
public final class Transitions {

    private static final String START = "(start)";
    private static final String OUTCOME = "(outcome)";
    private static final String NOTHING = "(nothing)";

    private final Map<String, Map<String, Double>> counts;

    private Transitions(Map<String, Map<String, Double>> counts) {
        this.counts = counts;
    }

    /** The transitions of these paths. */
    public static Transitions of(Collection<Path> paths) {
        Transitions transitions = new Transitions(new HashMap<>());
        paths.forEach(transitions::take);
        return transitions;
    }

    /** These and those together. */
    public Transitions plus(Transitions other) {
        Transitions sum = new Transitions(new HashMap<>());
        counts.forEach((from, row) -> row.forEach((to, count) -> sum.count(from, to, count)));
        other.counts.forEach((from, row) -> row.forEach((to, count) -> sum.count(from, to, count)));
        return sum;
    }

    private void take(Path path) {
        double times = path.outcomes() + path.without();
        String at = START;
        for (Path.Step step : path.steps()) {
            String next = player(step.player());
            if (!next.equals(at)) {
                count(at, next, times);
            }
            at = next;
        }
        count(at, OUTCOME, path.outcomes());
        count(at, NOTHING, path.without());
    }

    /** So that no player's name can be taken for one of the chain's own places. */
    private static String player(String name) {
        return "=" + name;
    }

    private void count(String from, String to, double times) {
        if (times > 0) {
            counts.computeIfAbsent(from, row -> new HashMap<>()).merge(to, times, Double::sum);
        }
    }

    /** What follows from the chain: how likely an outcome is from the start, and the removal effects. */
    public record Effects(double outcome, Map<String, Double> removal) {}

    /** Reads the chain; without any outcome, nothing is lost with anybody. */
    public Effects effects() {
        List<String> players = List.copyOf(new TreeSet<>(
                counts.keySet().stream().filter(place -> !place.equals(START)).toList()));
        int size = players.size();
        if (size == 0) {
            return new Effects(0, Map.of());
        }
        RealMatrix stays = MatrixUtils.createRealIdentityMatrix(size);
        double[] begins = new double[size];
        double[] ends = new double[size];
        for (int from = 0; from < size; from++) {
            begins[from] = probability(START, players.get(from));
            ends[from] = probability(players.get(from), OUTCOME);
            for (int to = 0; to < size; to++) {
                stays.addToEntry(from, to, -probability(players.get(from), players.get(to)));
            }
        }
        RealMatrix visits = new LUDecomposition(stays).getSolver().getInverse();
        return effects(players, visits, visits.preMultiply(begins), visits.operate(ends), begins);
    }

    private static Effects effects(
            List<String> players, RealMatrix visits, double[] visited, double[] outcomeFrom, double[] begins) {
        double outcome = 0;
        for (int k = 0; k < begins.length; k++) {
            outcome += begins[k] * outcomeFrom[k];
        }
        Map<String, Double> removal = new TreeMap<>();
        for (int k = 0; k < players.size(); k++) {
            double reaches = visited[k] / visits.getEntry(k, k);
            removal.put(players.get(k).substring(1), outcome == 0 ? 0 : reaches * outcomeFrom[k] / outcome);
        }
        return new Effects(outcome, new LinkedHashMap<>(removal));
    }

    private double probability(String from, String to) {
        Map<String, Double> row = counts.getOrDefault(from, Map.of());
        double all = row.values().stream().mapToDouble(Double::doubleValue).sum();
        return all == 0 ? 0 : row.getOrDefault(to, 0.0) / all;
    }
}

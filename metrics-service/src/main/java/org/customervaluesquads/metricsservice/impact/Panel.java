package org.customervaluesquads.metricsservice.impact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An outcome of several units over time, of which some are treated from one period on: the untreated units first.
 *
 * @param outcomes a row for each unit with a value for each period, in the outcome's unit
 * @param untreated how many of the units, from the first on, are never treated
 * @param before how many of the periods, from the first on, are before the treatment
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, which nobody compares
public record Panel(List<String> units, List<String> periods, double[][] outcomes, int untreated, int before) {

    /** A panel has at most so many units. */
    public static final int UNITS_AT_MOST = 1_000;

    /** How many units are treated. */
    public int treated() {
        return units.size() - untreated;
    }

    /** How many periods there are after the treatment began. */
    public int after() {
        return periods.size() - before;
    }

    /** The names of the treated units. */
    public List<String> treatedUnits() {
        return units.subList(untreated, units.size());
    }

    /** The treated units' mean in each period. */
    public double[] treatedMean() {
        double[] mean = new double[periods.size()];
        for (int unit = untreated; unit < units.size(); unit++) {
            for (int period = 0; period < mean.length; period++) {
                mean[period] += outcomes[unit][period] / treated();
            }
        }
        return mean;
    }

    /** A unit's mean after the treatment began. */
    double meanAfter(int unit) {
        double sum = 0;
        for (int period = before; period < periods.size(); period++) {
            sum += outcomes[unit][period];
        }
        return sum / after();
    }

    /** These units alone, of which the given ones are taken to be treated. */
    Panel taking(List<Integer> among, Collection<Integer> treated) {
        List<Integer> order = new ArrayList<>(among);
        order.removeAll(treated);
        int others = order.size();
        order.addAll(treated);
        return new Panel(
                order.stream().map(units::get).toList(),
                periods,
                order.stream().map(unit -> outcomes[unit]).toArray(double[][]::new),
                others,
                before);
    }
}

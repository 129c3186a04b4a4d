package org.customervaluesquads.metricsservice.attribution;

import java.util.List;

/**
 * Touches in the order in which they happened, and how often they led to an outcome and how often to none.
 *
 * @param outcomes how many customers went this way to an outcome
 * @param value what those outcomes were worth together, in one currency
 * @param without how many went this way, and no outcome came within the window
 */
public record Path(List<Step> steps, double outcomes, double value, double without) {

    /** A path of at least one step. */
    public Path {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || outcomes < 0 || without < 0) {
            throw new IllegalArgumentException("no path: " + steps + ", " + outcomes + ", " + without);
        }
    }

    /**
     * One touch.
     *
     * @param player whom the credit goes to: a channel, silo, squad or tactic
     * @param daysBefore the outcome or the end of the path
     */
    public record Step(String player, double daysBefore) {}

    /** A path whose steps have no times, as {@code A > B > C} is; each is a day after the one before. */
    public static Path of(List<String> players, double outcomes, double value, double without) {
        int length = players.size();
        return new Path(
                java.util.stream.IntStream.range(0, length)
                        .mapToObj(place -> new Step(players.get(place), length - 1.0 - place))
                        .toList(),
                outcomes,
                value,
                without);
    }
}

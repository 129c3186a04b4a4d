package org.customervaluesquads.metricsservice.customervalue;

import java.util.List;

/**
 * A time to come for which is told what is expected.
 *
 * @param units the same in the unit of time of the histories
 */
public record Horizon(int days, double units) {

    /** The usual ones, a quarter and a year, for histories in a unit of so many days. */
    public static List<Horizon> usual(double daysOfUnit) {
        return List.of(new Horizon(90, 90 / daysOfUnit), new Horizon(365, 365 / daysOfUnit));
    }
}

package org.customervaluesquads.metricsservice.reckoning;

import java.util.Locale;

/** Where good is, for the values of a metric. */
public enum Direction {
    UP,
    DOWN,
    NONE;

    /** The direction as users and messages write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

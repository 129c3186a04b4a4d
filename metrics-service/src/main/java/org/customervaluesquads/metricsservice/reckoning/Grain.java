package org.customervaluesquads.metricsservice.reckoning;

import java.util.Locale;

/** How long a window is. */
public enum Grain {
    HOUR,
    DAY,
    TOTAL;

    /** The grain as users and messages write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

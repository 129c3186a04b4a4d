package org.customervaluesquads.metricsservice.impact;

import java.util.Locale;

/** How what would have been without the treatment is made up from the untreated units. */
public enum Method {
    /**
     * Synthetic difference-in-differences (Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021): units weighed so that
     * they run beside the treated ones before, periods weighed so that they are like those after, and the difference of
     * the differences.
     */
    SYNTHETIC_DIFFERENCE_IN_DIFFERENCES,
    /** Synthetic control (Abadie, Diamond and Hainmueller 2010): units weighed so that they equal the treated ones before. */
    SYNTHETIC_CONTROL,
    /** Difference-in-differences: all units and all periods before alike; asks that all would have run in parallel. */
    DIFFERENCE_IN_DIFFERENCES;

    /** The method as users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.customervaluesquads.metricsservice.attribution;

import java.util.Locale;

/** The ways of giving credit. */
public enum Model {
    /** All to the first touch. */
    FIRST,
    /** All to the last touch. */
    LAST,
    /** The same to each touch. */
    LINEAR,
    /** Half as much to a touch that is a half-life older. */
    TIME_DECAY,
    /** By how much less often customers would come to an outcome without the player; see {@link Transitions}. */
    MARKOV,
    /** By what the player adds on average to every coalition of others; see {@link Shares}. */
    SHAPLEY;

    /** The model as users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

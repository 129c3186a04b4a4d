package org.customervaluesquads.metricsservice.attribution;

import org.jspecify.annotations.Nullable;

/**
 * What a player is credited with.
 *
 * @param share of all outcomes that had touches before them; all shares sum to one
 * @param outcomes as many as that share is
 * @param value as much as that share is of their worth, in its currency
 * @param removalEffect the share of outcomes that would be lost without it, by the Markov model
 */
public record Credit(
        String player,
        double share,
        double outcomes,
        double value,
        @Nullable Double removalEffect) {}

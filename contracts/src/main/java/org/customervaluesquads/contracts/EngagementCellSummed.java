package org.customervaluesquads.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One hour of signals with equal attributes, summed, on {@link Topics#ENGAGEMENT_CELLS}; each record replaces the one
 * before it.
 *
 * @param hour the full hour in which the signals occurred
 * @param signals how many there were
 * @param customers a compact theta sketch (Apache DataSketches, in Base64) of the known customers' ids
 * @param newestAt when the newest of them occurred
 */
public record EngagementCellSummed(
        Instant hour,
        String silo,
        @Nullable String channel,
        String type,
        @Nullable String region,
        @Nullable String segment,
        @Nullable String account,
        @Nullable String product,
        long signals,
        String customers,
        Instant newestAt) {

    /** What decides in whose scope the cell is. */
    public Scope.Attributes attributes() {
        return Scope.Attributes.of(region, segment, account, product, channel);
    }
}

package org.customervaluesquads.metricsservice.customervalue;

/**
 * What has to be known of customers with equal histories, as BG/NBD needs it; all times in one unit, such as weeks.
 *
 * @param repeats purchases after the first one
 * @param lastAt when the last purchase was, since the first one; zero without repeats
 * @param watched how long the customer has been watched since the first purchase
 * @param customers how many have this history
 */
public record Purchases(double repeats, double lastAt, double watched, long customers) {

    /** A history. */
    public Purchases {
        if (repeats < 0 || lastAt < 0 || watched < lastAt || customers < 1) {
            throw new IllegalArgumentException("no history of purchases: " + repeats + ", " + lastAt + ", " + watched);
        }
    }

    /** The history of one customer. */
    public static Purchases of(double repeats, double lastAt, double watched) {
        return new Purchases(repeats, lastAt, watched, 1);
    }
}

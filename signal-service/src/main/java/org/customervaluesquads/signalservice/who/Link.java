package org.customervaluesquads.signalservice.who;

import java.time.Instant;
import java.util.Comparator;

/**
 * That a subject was said to be a customer.
 *
 * @param at when that was said first
 * @param by the source and id of the signal that said it
 * @param unmerged whether it was taken back; that stays, since the same signal would be sent again with the next page
 */
public record Link(Instant at, String by, boolean unmerged) {

    private static final Comparator<Link> EARLIEST =
            Comparator.comparing(Link::at).thenComparing(Link::by);

    /** Two sayings of one link as one: the earlier counts, and what was taken back stays taken back. */
    Link and(Link other) {
        Link first = EARLIEST.compare(this, other) <= 0 ? this : other;
        return new Link(first.at, first.by, unmerged || other.unmerged);
    }

    boolean isBefore(Link other) {
        return EARLIEST.compare(this, other) < 0;
    }
}

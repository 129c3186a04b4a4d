package org.customervaluesquads.signalservice.once;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The newest signals of one source that came again with another content: which of the two is right, only the source can
 * say.
 *
 * @param count how many there ever were
 * @param newest first the one that came last, at most {@link #LISTED_MAX}
 */
public record Differing(long count, List<Seen> newest) {

    /** Of more than this only their number is kept. */
    public static final int LISTED_MAX = 100;

    public static final Differing NONE = new Differing(0, List.of());

    /**
     * One signal that came again.
     *
     * @param recordedAt when it came again
     */
    public record Seen(String id, String type, Instant recordedAt) {}

    /** With one more. */
    public Differing plus(Seen seen) {
        List<Seen> more = new ArrayList<>();
        more.add(seen);
        more.addAll(newest.subList(0, Math.min(newest.size(), LISTED_MAX - 1)));
        return new Differing(count + 1, List.copyOf(more));
    }
}

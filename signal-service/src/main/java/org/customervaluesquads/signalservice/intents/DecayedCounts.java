package org.customervaluesquads.signalservice.intents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How often each feature was seen, each sighting halved after each half-life: {@code n_fh(t) = Σ 2^(-(t - t_signal) /
 * h)}.
 *
 * <p>All counts are kept for one moment, the time of the newest sighting. A newer one moves the moment on and decays
 * what is there; a late one enters with its own decay and moves nothing. Both ways give the same sums, so that the
 * order of arrival does not matter, up to the rounding of the additions. An update costs the number of features that a
 * customer has, which {@link #FEATURES_MAX} bounds.
 */
public final class DecayedCounts {

    /** More features than this one customer cannot have; the faintest gives way to a new one. */
    public static final int FEATURES_MAX = 128;

    /** A count below this adds nothing that a score could show, and is forgotten. */
    private static final double FAINT = 1e-9;

    private static final int FEATURES_AT_FIRST = 4;

    private final List<Duration> halfLives;
    private final FeatureCounts counts;
    private @Nullable Instant at;

    /** No sightings yet. */
    public DecayedCounts(List<Duration> halfLives) {
        this(halfLives, null, new FeatureCounts(halfLives.size(), FEATURES_AT_FIRST));
    }

    /** Counts as they were at a moment, each feature with one count for each half-life; they go over to it. */
    DecayedCounts(List<Duration> halfLives, @Nullable Instant at, FeatureCounts counts) {
        this.halfLives = halfLives;
        this.at = at;
        this.counts = counts;
    }

    /** Adds one sighting of each of the features. */
    public void see(List<String> features, Instant when) {
        see(features, when, 0, 0);
    }

    /** The same, with the places of the silo and the channel among the customer's, each as a bit. */
    void see(List<String> features, Instant when, int silo, int channel) {
        if (at == null || when.isAfter(at)) {
            moveOnTo(when);
        }
        long age = millisBetween(when, Objects.requireNonNull(at));
        for (String feature : features) {
            int place = placeFor(feature);
            for (int h = 0; h < halfLives.size(); h++) {
                counts.add(place, h, decay(age, h));
            }
            counts.mark(place, silo, channel);
        }
    }

    /**
     * Adds all sightings of another: the same as if each had been seen here.
     *
     * @param silosHere turns the other's places of silos into those of here
     * @param channelsHere the same for channels
     */
    void add(DecayedCounts other, IntUnaryOperator silosHere, IntUnaryOperator channelsHere) {
        Instant theirs = other.at;
        if (theirs == null) {
            return;
        }
        if (at == null || theirs.isAfter(at)) {
            moveOnTo(theirs);
        }
        FeatureCounts more = other.asOf(Objects.requireNonNull(at)).counts;
        for (int i = 0; i < more.size(); i++) {
            int place = placeFor(more.feature(i));
            for (int h = 0; h < halfLives.size(); h++) {
                counts.add(place, h, more.count(i, h));
            }
            counts.mark(place, silosHere.applyAsInt(more.silos(i)), channelsHere.applyAsInt(more.channels(i)));
        }
    }

    /** The time of the newest sighting, for which the counts are kept; null before the first. */
    public @Nullable Instant at() {
        return at;
    }

    /** The same in milliseconds; the earliest there is before the first. */
    long moment() {
        return at == null ? Long.MIN_VALUE : at.toEpochMilli();
    }

    /** The half-lives, in the order of the counts. */
    public List<Duration> halfLives() {
        return halfLives;
    }

    /** A copy as of a moment at or after the newest sighting; an earlier moment gives the newest sighting's. */
    public DecayedCounts asOf(Instant moment) {
        DecayedCounts copy = new DecayedCounts(halfLives, at, counts.copy());
        if (at != null && moment.isAfter(at)) {
            copy.moveOnTo(moment);
        }
        return copy;
    }

    /** The counts of a feature, one for each half-life; null when it was never seen or is forgotten. */
    public double @Nullable [] of(String feature) {
        int place = counts.find(feature);
        return place < 0 ? null : counts.of(place);
    }

    /** Of which silos a feature's sightings were, as bits. */
    int silosOf(String feature) {
        int place = counts.find(feature);
        return place < 0 ? 0 : counts.silos(place);
    }

    /** Of which channels they were, as bits. */
    int channelsOf(String feature) {
        int place = counts.find(feature);
        return place < 0 ? 0 : counts.channels(place);
    }

    /** How many features have a count. */
    public int size() {
        return counts.size();
    }

    /** The features, in the order in which they were first seen, with one count for each half-life; to be read only. */
    FeatureCounts all() {
        return counts;
    }

    private void moveOnTo(Instant moment) {
        long passed = at == null ? 0 : millisBetween(at, moment);
        if (passed != 0) {
            for (int h = 0; h < halfLives.size(); h++) {
                counts.scale(h, decay(passed, h));
            }
            counts.removeBelow(FAINT);
        }
        at = moment;
    }

    private double decay(long millis, int h) {
        return millis == 0 ? 1 : Math.pow(2, -millis / (double) halfLives.get(h).toMillis());
    }

    private static long millisBetween(Instant earlier, Instant later) {
        return later.toEpochMilli() - earlier.toEpochMilli();
    }

    private int placeFor(String feature) {
        int place = counts.find(feature);
        if (place >= 0) {
            return place;
        }
        if (counts.size() >= FEATURES_MAX) {
            counts.removeFaintest();
        }
        return counts.append(feature);
    }
}

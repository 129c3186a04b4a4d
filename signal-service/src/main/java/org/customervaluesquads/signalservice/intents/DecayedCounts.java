package org.customervaluesquads.signalservice.intents;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
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

    private final List<Duration> halfLives;
    private final Map<String, double[]> counts;
    private @Nullable Instant at;

    /** No sightings yet. */
    public DecayedCounts(List<Duration> halfLives) {
        this(halfLives, null, new LinkedHashMap<>());
    }

    /** Counts as they were at a moment, each feature with one count for each half-life; the map goes over to it. */
    DecayedCounts(List<Duration> halfLives, @Nullable Instant at, Map<String, double[]> counts) {
        this.halfLives = halfLives;
        this.at = at;
        this.counts = counts;
    }

    /** Adds one sighting of each of the features. */
    public void see(List<String> features, Instant when) {
        if (at == null || when.isAfter(at)) {
            moveOnTo(when);
        }
        double[] weights = decays(Duration.between(when, Objects.requireNonNull(at)));
        for (String feature : features) {
            makeRoomFor(feature);
            double[] seen = counts.computeIfAbsent(feature, unseen -> new double[halfLives.size()]);
            for (int h = 0; h < weights.length; h++) {
                seen[h] += weights[h];
            }
        }
    }

    /** Adds all sightings of another: the same as if each had been seen here. */
    public void add(DecayedCounts other) {
        Instant theirs = other.at;
        if (theirs == null) {
            return;
        }
        if (at == null || theirs.isAfter(at)) {
            moveOnTo(theirs);
        }
        other.asOf(Objects.requireNonNull(at)).counts.forEach((feature, more) -> {
            makeRoomFor(feature);
            double[] seen = counts.computeIfAbsent(feature, unseen -> new double[halfLives.size()]);
            for (int h = 0; h < seen.length; h++) {
                seen[h] += more[h];
            }
        });
    }

    /** The time of the newest sighting, for which the counts are kept; null before the first. */
    public @Nullable Instant at() {
        return at;
    }

    /** The half-lives, in the order of the counts. */
    public List<Duration> halfLives() {
        return halfLives;
    }

    /** A copy as of a moment at or after the newest sighting; an earlier moment gives the newest sighting's. */
    public DecayedCounts asOf(Instant moment) {
        Map<String, double[]> copied = LinkedHashMap.newLinkedHashMap(counts.size());
        counts.forEach((feature, seen) -> copied.put(feature, seen.clone()));
        DecayedCounts copy = new DecayedCounts(halfLives, at, copied);
        if (at != null && moment.isAfter(at)) {
            copy.moveOnTo(moment);
        }
        return copy;
    }

    /** The counts of a feature, one for each half-life; null when it was never seen or is forgotten. */
    public double @Nullable [] of(String feature) {
        return counts.get(feature);
    }

    /** Calls with each feature and its counts, in the order in which they were first seen. */
    public void forEach(BiConsumer<String, double[]> each) {
        counts.forEach(each);
    }

    /** How many features have a count. */
    public int size() {
        return counts.size();
    }

    private void moveOnTo(Instant moment) {
        if (at != null && !moment.equals(at)) {
            double[] factors = decays(Duration.between(at, moment));
            counts.values().removeIf(seen -> isFaintAfter(seen, factors));
        }
        at = moment;
    }

    private static boolean isFaintAfter(double[] seen, double[] factors) {
        boolean faint = true;
        for (int h = 0; h < factors.length; h++) {
            seen[h] *= factors[h];
            faint &= seen[h] < FAINT;
        }
        return faint;
    }

    private double[] decays(Duration age) {
        double[] decays = new double[halfLives.size()];
        for (int h = 0; h < decays.length; h++) {
            decays[h] = age.isZero() ? 1 : Math.pow(2, -seconds(age) / seconds(halfLives.get(h)));
        }
        return decays;
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }

    private void makeRoomFor(String feature) {
        if (counts.size() < FEATURES_MAX || counts.containsKey(feature)) {
            return;
        }
        counts.entrySet().stream()
                .min(Comparator.comparingDouble((Map.Entry<String, double[]> entry) ->
                                Arrays.stream(entry.getValue()).sum())
                        .thenComparing(Map.Entry::getKey))
                .ifPresent(faintest -> counts.remove(faintest.getKey()));
    }
}

package org.customervaluesquads.signalservice.intents;

import java.util.Arrays;

/**
 * Features with their counts and where they came from, in the order in which they came.
 *
 * <p>Thousands of customers are held at a time, and every signal goes through one customer's counts. So the features stand
 * in one array and their counts in another, and nothing is allocated for a feature that is there. Most customers have so
 * few that going through the names finds one as fast as a table would.
 */
final class FeatureCounts {

    private final int each;
    private String[] features;
    private double[] counts;
    private int[] origins;
    private int size;

    /**
     * None yet.
     *
     * @param each how many counts a feature has
     * @param room for how many features, at least one; it grows
     */
    FeatureCounts(int each, int room) {
        this.each = each;
        this.features = new String[room];
        this.counts = new double[room * each];
        this.origins = new int[2 * room];
    }

    private FeatureCounts(FeatureCounts copied) {
        this.each = copied.each;
        this.features = copied.features.clone();
        this.counts = copied.counts.clone();
        this.origins = copied.origins.clone();
        this.size = copied.size;
    }

    FeatureCounts copy() {
        return new FeatureCounts(this);
    }

    int size() {
        return size;
    }

    String feature(int place) {
        return features[place];
    }

    double count(int place, int which) {
        return counts[place * each + which];
    }

    void add(int place, int which, double more) {
        counts[place * each + which] += more;
    }

    /** Of which silos the sightings of a feature were, as bits for their places among the customer's. */
    int silos(int place) {
        return origins[2 * place];
    }

    /** Of which channels they were, in the same way. */
    int channels(int place) {
        return origins[2 * place + 1];
    }

    /** Adds places of silos and of channels. */
    void mark(int place, int silos, int channels) {
        origins[2 * place] |= silos;
        origins[2 * place + 1] |= channels;
    }

    /** The place of a feature; negative if it is not there. */
    int find(String feature) {
        int hash = feature.hashCode();
        for (int place = 0; place < size; place++) {
            if (features[place].hashCode() == hash && features[place].equals(feature)) {
                return place;
            }
        }
        return -1;
    }

    /** The counts of the feature in a place. */
    double[] of(int place) {
        return Arrays.copyOfRange(counts, place * each, (place + 1) * each);
    }

    /** Puts a feature that is not there behind the others, with counts of zero, and returns its place. */
    int append(String feature) {
        if (size == features.length) {
            features = Arrays.copyOf(features, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size * each);
            origins = Arrays.copyOf(origins, 2 * 2 * size);
        }
        features[size] = feature;
        return size++;
    }

    /** Multiplies one of the counts of every feature. */
    void scale(int which, double factor) {
        for (int i = which; i < size * each; i += each) {
            counts[i] *= factor;
        }
    }

    /** Removes the features of which every count is below a limit. */
    void removeBelow(double limit) {
        for (int place = size - 1; place >= 0; place--) {
            if (isBelow(limit, place)) {
                remove(place);
            }
        }
    }

    /** Removes the feature whose counts have the least sum, of equal ones the first by name. */
    void removeFaintest() {
        int faintest = 0;
        for (int place = 1; place < size; place++) {
            int order = Double.compare(sum(place), sum(faintest));
            if (order < 0 || (order == 0 && features[place].compareTo(features[faintest]) < 0)) {
                faintest = place;
            }
        }
        remove(faintest);
    }

    private boolean isBelow(double limit, int place) {
        for (int which = 0; which < each; which++) {
            if (count(place, which) >= limit) {
                return false;
            }
        }
        return true;
    }

    private double sum(int place) {
        double sum = 0;
        for (int which = 0; which < each; which++) {
            sum += count(place, which);
        }
        return sum;
    }

    private void remove(int place) {
        size--;
        System.arraycopy(features, place + 1, features, place, size - place);
        System.arraycopy(counts, (place + 1) * each, counts, place * each, (size - place) * each);
        System.arraycopy(origins, 2 * (place + 1), origins, 2 * place, 2 * (size - place));
        Arrays.fill(origins, 2 * size, 2 * (size + 1), 0);
        Arrays.fill(counts, size * each, (size + 1) * each, 0);
    }
}

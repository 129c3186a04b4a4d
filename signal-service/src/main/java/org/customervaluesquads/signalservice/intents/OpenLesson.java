package org.customervaluesquads.signalservice.intents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a customer's scores were made of at a moment, kept until it is known for each intent whether its outcome came. */
final class OpenLesson {

    private final long at;
    private final int halfLives;
    private final String[] features;
    private final float[] counts;
    private final List<Stake> stakes = new ArrayList<>();

    /**
     * One without stakes yet.
     *
     * @param counts for each feature one for each half-life
     */
    OpenLesson(long at, String[] features, float[] counts) {
        this.at = at;
        this.features = features;
        this.counts = counts;
        this.halfLives = features.length == 0 ? 0 : counts.length / features.length;
    }

    /** That of an intent: how many scores the lesson stands for, and whether the outcome came. */
    static final class Stake {

        private final int intent;
        private int scores;
        private boolean outcome;

        Stake(int intent, int scores, boolean outcome) {
            this.intent = intent;
            this.scores = scores;
            this.outcome = outcome;
        }

        int intent() {
            return intent;
        }

        int scores() {
            return scores;
        }

        boolean outcome() {
            return outcome;
        }

        void standForOneMore() {
            scores++;
        }

        void confirm() {
            outcome = true;
        }
    }

    /** The counts as they are now. */
    static OpenLesson of(DecayedCounts now) {
        FeatureCounts all = now.all();
        int halfLives = now.halfLives().size();
        String[] features = new String[all.size()];
        float[] counts = new float[all.size() * halfLives];
        for (int place = 0; place < features.length; place++) {
            features[place] = all.feature(place);
            for (int h = 0; h < halfLives; h++) {
                counts[place * halfLives + h] = (float) all.count(place, h);
            }
        }
        return new OpenLesson(now.moment(), features, counts);
    }

    long at() {
        return at;
    }

    int size() {
        return features.length;
    }

    String feature(int place) {
        return features[place];
    }

    float count(int place, int halfLife) {
        return counts[place * halfLives + halfLife];
    }

    List<Stake> stakes() {
        return stakes;
    }

    @Nullable
    Stake stakeOf(int intent) {
        for (Stake stake : stakes) {
            if (stake.intent == intent) {
                return stake;
            }
        }
        return null;
    }

    /** For each feature the counts, one for each half-life. */
    Map<String, float[]> counts() {
        Map<String, float[]> all = LinkedHashMap.newLinkedHashMap(features.length);
        for (int place = 0; place < features.length; place++) {
            float[] each = new float[halfLives];
            System.arraycopy(counts, place * halfLives, each, 0, halfLives);
            all.put(features[place], each);
        }
        return all;
    }
}

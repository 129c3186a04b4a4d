package org.customervaluesquads.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of an intent's weights, or which version somebody chose, on {@link Topics#INTENT_MODELS}.
 *
 * @param version rises by one with each that is learned; zero are the weights set by hand
 * @param publishedAt when it was written here
 * @param learned present on a version
 * @param choice present on a choice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelPublished(
        String intent,
        int version,
        Instant publishedAt,
        @Nullable Learned learned,
        @Nullable Choice choice) {

    private static final String CHOICE = "choice";

    /**
     * What was learned.
     *
     * @param bias the log-odds of a customer of whom nothing is known
     * @param weights for each feature one for each half-life
     * @param lessons how many it was learned from
     * @param until the end of the newest lesson's horizon
     * @param quality on lessons that began after it was made
     * @param replaced the version that served until then
     * @param replacedQuality the quality of that one on the same lessons
     */
    public record Learned(
            double bias,
            List<Duration> halfLives,
            Map<String, double[]> weights,
            long lessons,
            Instant until,
            Quality quality,
            int replaced,
            Quality replacedQuality) {}

    /**
     * How good scores were, beside what came.
     *
     * @param lessons how many were looked at
     * @param positives in how many of them the outcome came
     * @param logLoss mean of -ln of the probability given to what came
     * @param auc the share of pairs of an outcome and none that were put in the right order; absent without both
     * @param calibrationError the mean distance of probability and share of outcomes, over ten equal steps of probability
     */
    public record Quality(
            long lessons,
            long positives,
            double logLoss,
            @Nullable Double auc,
            double calibrationError) {}

    /**
     * A choice of a version by hand.
     *
     * @param pinned whether it stays although better ones are learned
     * @param newest the newest version at that time: a later one takes over from a choice that is not pinned
     */
    public record Choice(boolean pinned, int newest) {}

    /** The record key: each version stays, and the last choice. */
    public String key() {
        return choice == null ? keyOf(intent, version) : intent + "|" + CHOICE;
    }

    /** The key of a version. */
    public static String keyOf(String intent, int version) {
        return intent + "|" + version;
    }
}

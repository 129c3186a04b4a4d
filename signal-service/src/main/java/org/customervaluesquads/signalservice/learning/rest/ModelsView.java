package org.customervaluesquads.signalservice.learning.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.ModelPublished;
import org.customervaluesquads.contracts.ModelPublished.Learned;
import org.customervaluesquads.contracts.ModelPublished.Quality;
import org.jspecify.annotations.Nullable;

/**
 * An intent's weights and how they came to serve.
 *
 * @param serving the version that serves; zero are the weights set by hand
 * @param pinned whether it stays although better ones are learned
 * @param weights of the version that serves, for each feature one for each half-life
 * @param versions the newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelsView(
        String intent,
        int serving,
        boolean pinned,
        double bias,
        Map<String, double[]> weights,
        List<Version> versions) {

    /** One version, with its quality on lessons that began after it was made, beside the one that served then. */
    public record Version(
            int version,
            Instant publishedAt,
            long lessons,
            Instant until,
            Quality quality,
            int replaced,
            Quality replacedQuality) {

        static @Nullable Version from(ModelPublished model) {
            Learned learned = model.learned();
            return learned == null
                    ? null
                    : new Version(
                            model.version(),
                            model.publishedAt(),
                            learned.lessons(),
                            learned.until(),
                            learned.quality(),
                            learned.replaced(),
                            learned.replacedQuality());
        }
    }
}

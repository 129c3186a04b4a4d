package org.customervaluesquads.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer's intent that changed, on {@link Topics#INTENTS}. The log-odds are the bias plus the contributions of the
 * evidence; the score is their logistic function.
 *
 * @param customerId the customer, or {@code anonymous:} and an anonymous id
 * @param change {@code stage} when the stage changed, {@code score} when the score moved by the catalogue's step, {@code
 *     confirmed} when the outcome arrived that the intent foretold: then score and evidence are those just before it
 * @param stage none, emerging, active, surging or fading
 * @param occurredAt the moment for which it holds
 * @param outcome the source and id of the outcome that confirmed it
 * @param evidence largest first
 * @param silos those that the evidence came from
 * @param modelVersion of the intent's weights; zero for those set by hand
 */
public record IntentChanged(
        String customerId,
        String intent,
        String change,
        double score,
        double logOdds,
        double bias,
        String stage,
        double previousScore,
        String previousStage,
        Instant occurredAt,
        @Nullable String outcome,
        List<Evidence> evidence,
        Set<String> regions,
        Set<String> segments,
        Set<String> accounts,
        Set<String> products,
        Set<String> channels,
        Set<String> silos,
        int catalogueVersion,
        int modelVersion) {

    /** One named term of the log-odds: {@code contribution = weight · ln(1 + count)}, the count decayed. */
    public record Evidence(String feature, Duration halfLife, double count, double weight, double contribution) {}

    /** What decides in whose scope the customer is. */
    public Scope.Attributes attributes() {
        return new Scope.Attributes(regions, segments, accounts, products, channels);
    }
}

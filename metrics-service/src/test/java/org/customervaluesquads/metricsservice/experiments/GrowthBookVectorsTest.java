package org.customervaluesquads.metricsservice.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.customervaluesquads.metricsservice.fixture.SharedFiles;
import org.customervaluesquads.metricsservice.statistics.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each test vector of the file, read by the method that it names. */
class GrowthBookVectorsTest {

    private static final double ALPHA = 0.05;

    static Stream<JsonNode> vectors() throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(SharedFiles.orSkip("growthbook_half/vectors.json").toFile());
        return StreamSupport.stream(file.get("tests").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsEachVectorAsPublished(JsonNode vector) {
        Effect effect = effect(vector);
        JsonNode expected = vector.get("expect");

        SoftAssertions figures = new SoftAssertions();
        if (vector.path("bayesian").asBoolean()) {
            Posterior posterior = Posterior.of(effect, prior(vector));
            equal(figures, posterior.mean(), expected.get("lift"));
            equal(figures, posterior.interval(ALPHA), expected.get("ci"));
            equal(figures, posterior.standardDeviation(), expected.path("stddev"));
            equal(figures, posterior.chanceToWin(), expected.path("chance_to_win"));
            equal(
                    figures,
                    posterior.riskOfControl(),
                    expected.path("risk_control_treatment").path(0));
            equal(
                    figures,
                    posterior.riskOfTreatment(),
                    expected.path("risk_control_treatment").path(1));
        } else {
            Reading reading = reading(vector, effect);
            equal(figures, effect.estimate(), expected.get("lift"));
            equal(figures, reading.interval(), expected.get("ci"));
            equal(figures, effect.standardError(), expected.path("stddev"));
            equal(figures, reading.p(), expected.get("p"));
        }
        figures.assertAll();
        assertThat(expected.size()).isPositive();
    }

    private static Effect effect(JsonNode vector) {
        Measured control = measured(vector, vector.get("a"));
        Measured treatment = measured(vector, vector.get("b"));
        return vector.get("difference").asText().equals("relative")
                ? Effect.lift(control, treatment)
                : Effect.difference(control, treatment);
    }

    private static Measured measured(JsonNode vector, JsonNode arm) {
        long n = arm.get("n").asLong();
        return switch (vector.get("type").asText()) {
            case "proportion" -> Measured.ofShare(n, arm.get("sum").asDouble());
            case "quantile" ->
                Measured.ofQuantile(
                        n,
                        arm.get("quantile").asDouble(),
                        arm.get("lower").asDouble(),
                        arm.get("upper").asDouble());
            default ->
                Measured.ofSums(
                        n, arm.get("sum").asDouble(), arm.get("sum_squares").asDouble());
        };
    }

    private static Reading reading(JsonNode vector, Effect effect) {
        Side side = Side.valueOf(Optional.ofNullable(vector.get("sided"))
                .map(sided -> sided.asText().replace("lesser", "less").toUpperCase())
                .orElse("BOTH"));
        return vector.path("sequential").asBoolean()
                ? new ConfidenceSequence(
                                ALPHA, vector.get("sequential_tuning_parameter").asDouble())
                        .read(effect, side)
                : new FixedHorizon(ALPHA).read(effect, side);
    }

    private static Prior prior(JsonNode vector) {
        JsonNode prior = vector.get("prior");
        return prior.isObject()
                ? new Prior(prior.get("mean").asDouble(), prior.get("variance").asDouble())
                : Prior.FLAT;
    }

    private static void equal(SoftAssertions figures, Interval interval, JsonNode ends) {
        equal(figures, interval.lower(), ends.get(0));
        equal(figures, interval.upper(), ends.get(1));
    }

    private static void equal(SoftAssertions figures, double figure, JsonNode expected) {
        if (expected.isTextual()) {
            figures.assertThat(figure)
                    .isEqualTo(expected.asText().startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        } else if (!expected.isMissingNode()) {
            figures.assertThat(figure).isCloseTo(expected.asDouble(), within(digit(expected.asText())));
        }
    }

    /** Half of the last digit that the file shows, of figures with few of them. */
    private static double digit(String figure) {
        int decimals = Math.min(figure.length() - figure.indexOf('.') - 1, 12);
        return decimals <= 1 ? 6e-6 : 0.6 * Math.pow(10, -Math.max(decimals, 4));
    }
}

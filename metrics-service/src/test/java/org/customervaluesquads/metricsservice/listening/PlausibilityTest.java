package org.customervaluesquads.metricsservice.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.metricsservice.fixture.Signals.order;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlausibilityTest {

    private static final Instant AT = Instant.parse("2024-03-05T08:15:00Z");

    @Test
    void findsNoFlawInAUsualSignal() {
        assertThat(Plausibility.flaw(order("1", "GB", "ann", AT, "505.30"))).isEmpty();
        assertThat(Plausibility.flaw(order("1", "GB", "\uD83D\uDE00", AT, "505.30")))
                .isEmpty();
    }

    @Test
    void saysWhatAnIntentIsPassedOverFor() throws IOException {
        IntentChanged empty = MessageJson.mapper().readValue("{}", IntentChanged.class);

        assertThat(Plausibility.flaw(empty)).contains("customerId is missing");
        assertThat(Plausibility.flaw((IntentChanged) null)).contains("is empty");
    }

    static Stream<SignalRecorded> flawed() {
        return Stream.of(
                null,
                order(null, "GB", "ann", AT, "1"),
                order("1", "GB", "ann", null, "1"),
                order("1", "GB", "ann", Instant.MAX, "1"),
                order("1", "GB", "ann", Instant.parse("0009-01-01T00:00:00Z"), "1"),
                order("1", "G\0B", "ann", AT, "1"),
                order("1", "GB", "\uD83D", AT, "1"),
                order("x".repeat(Plausibility.MAX_TEXT_BYTES + 1), "GB", "ann", AT, "1"),
                order("1", "GB", "ann", AT, "1e400"),
                order("1", "GB", "ann", AT, "1e-400"));
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void saysWhatASignalIsPassedOverFor(SignalRecorded signal) {
        assertThat(Plausibility.flaw(signal)).isPresent();
    }
}

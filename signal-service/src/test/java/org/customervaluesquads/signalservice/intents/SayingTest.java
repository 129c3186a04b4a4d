package org.customervaluesquads.signalservice.intents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.customervaluesquads.contracts.IntentChanged.Evidence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    page.viewed/section=pricing | PT30M | 3    | 1.2   | 3 pricing pages in the last 30 minutes, +1.2
                    page.viewed                 | PT24H | 1    | 0.31  | 1 page in the last 24 hours, +0.3
                    page.viewed                 | P7D   | 2.46 | -0.5  | 2.5 pages in the last 7 days, -0.5
                    cart.added                  | PT90S | 0.01 | 0     | less than 0.1 cart.added in the last 90 seconds, +0.0
                    page.viewed                 | PT1H  | 1.02 | 1     | 1 page in the last 1 hour, +1.0
                    """)
    void saysATermInWords(String feature, Duration halfLife, double count, double contribution, String words) {
        Evidence term = new Evidence(feature, halfLife, count, 1, contribution);

        assertThat(Saying.of(term, SomeSignals.catalogue())).isEqualTo(words);
    }
}

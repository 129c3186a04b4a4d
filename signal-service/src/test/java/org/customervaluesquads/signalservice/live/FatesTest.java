package org.customervaluesquads.signalservice.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.customervaluesquads.signalservice.live.Happening.Fate;
import org.junit.jupiter.api.Test;

class FatesTest {

    private static final int PARTITION = 2;

    private final Fates fates = new Fates(3);

    @Test
    void tellsThatASignalWasCounted() {
        accept("1", 10);

        Happening counted = fates.counted("shop", "1", null);

        assertThat(counted).isNotNull();
        assertThat(counted.fate()).isEqualTo(Fate.COUNTED);
        assertThat(fates.areAllTold()).isTrue();
    }

    @Test
    void takesForADuplicateWhatTheCountingPassedWithoutCountingIt() {
        accept("1", 10);
        accept("1", 11);
        fates.counted("shop", "1", null);

        assertThat(fates.passed(Map.of(PARTITION, 11L))).isEmpty();

        assertThat(fates.passed(Map.of(PARTITION, 12L))).singleElement().satisfies(duplicate -> {
            assertThat(duplicate.fate()).isEqualTo(Fate.DUPLICATE);
            assertThat(duplicate.id()).isEqualTo("1");
        });
        assertThat(fates.areAllTold()).isTrue();
    }

    @Test
    void awaitsWhatWasSentOnThoughTheCountingPassedIt() {
        accept("1", 10);
        accept("1", 11);

        fates.sentOn("shop", "1");

        assertThat(fates.passed(Map.of(PARTITION, 12L)))
                .as("the second of its name was stopped, and not sent on")
                .singleElement()
                .extracting(Happening::fate)
                .isEqualTo(Fate.DUPLICATE);
        assertThat(fates.counted("shop", "1", null)).isNotNull();
        assertThat(fates.areAllTold()).isTrue();
    }

    @Test
    void tellsThatASignalWasCountedAsAboutNobodyAndWhy() {
        accept("1", 10);

        Happening withheld = fates.counted("shop", "1", "lacks consent to profiling");

        assertThat(withheld).isNotNull();
        assertThat(withheld.fate()).isEqualTo(Fate.WITHHELD);
        assertThat(withheld.why()).isEqualTo("lacks consent to profiling");
    }

    @Test
    void goesByThePlaceInItsOwnPartition() {
        accept("1", 10);

        assertThat(fates.passed(Map.of(PARTITION + 1, 1_000L))).isEmpty();
    }

    @Test
    void tellsNothingOfWhatItDidNotSeeArrive() {
        assertThat(fates.counted("shop", "1", null)).isNull();
    }

    @Test
    void givesUpTheOldestWhenTooManyAreAwaited() {
        for (int i = 1; i <= 4; i++) {
            accept("" + i, i);
        }

        assertThat(fates.counted("shop", "1", null)).isNull();
        assertThat(fates.counted("shop", "2", null)).isNotNull();
    }

    private void accept(String id, long offset) {
        fates.accepted(PARTITION, offset, Happening.accepted("shop", id, "page.viewed", Instant.EPOCH, null));
    }
}

package org.customervaluesquads.signalservice.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SieveTest {

    private static final int BYTES_MAX = 64 * 1024;

    /** At two bytes each. */
    private static final int FULL = BYTES_MAX / 2;

    private final Sieve sieve = new Sieve(BYTES_MAX);

    @ParameterizedTest
    @ValueSource(ints = {1, FULL / 2, FULL, 4 * FULL})
    void holdsBackAllThatWasPutInHoweverMany(int many) {
        List<Fingerprint> signals = signals(1, many);

        putIn(signals, 1);

        assertThat(signals).allMatch(sieve::mayHold);
    }

    @Test
    void letsNearlyAllOthersThroughWhileThereIsRoom() {
        putIn(signals(1, FULL), 1);

        long heldBack = heldBack(signals(2, 10_000));

        assertThat(heldBack).isLessThan(100);
    }

    @Test
    void isStillOfUseWhenTwiceAsManyAreInAsItIsMadeFor() {
        putIn(signals(1, 2 * FULL), 1);

        long heldBack = heldBack(signals(2, 10_000));

        assertThat(heldBack).isLessThan(3_500);
    }

    @Test
    void letsPagesGoThatAreGone() {
        List<Fingerprint> old = signals(1, FULL);
        List<Fingerprint> kept = signals(2, FULL / 2);
        putIn(old, 1);
        putIn(kept, 2);

        sieve.forgetBefore(2);

        assertThat(kept).allMatch(sieve::mayHold);
        assertThat(heldBack(old)).isLessThan(FULL / 4);
    }

    @Test
    void keepsAPageThatWentInWithOneThatIsGone() {
        List<Fingerprint> kept = signals(2, 10);
        putIn(signals(1, 10), 1);
        putIn(kept, 2);

        sieve.forgetBefore(2);

        assertThat(kept).allMatch(sieve::mayHold);
    }

    @Test
    void knowsNothingBeforeAnythingIsPutIn() {
        assertThat(heldBack(signals(1, 10_000))).isZero();
    }

    private long heldBack(List<Fingerprint> signals) {
        return signals.stream().filter(sieve::mayHold).count();
    }

    private void putIn(List<Fingerprint> signals, long page) {
        signals.forEach(signal -> sieve.add(signal, page));
    }

    private static List<Fingerprint> signals(long seed, int count) {
        Random random = new Random(seed);
        return Stream.generate(() -> new Fingerprint(random.nextLong(), random.nextLong()))
                .limit(count)
                .toList();
    }
}

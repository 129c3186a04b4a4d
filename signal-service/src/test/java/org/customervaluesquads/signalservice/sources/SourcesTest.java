package org.customervaluesquads.signalservice.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.contracts.SourceRegistered.KeyHash;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final SourceRegistered SHOP = SourceRegistered.open("shop", "sales", null, null, null, NOON);

    private final Sources sources = new Sources();

    @Test
    void findsASourceByTheHashOfItsKey() {
        sources.remember(SHOP.withKeys(List.of(key("a", NOON)), NOON));

        assertThat(sources.ofKey(WriteKeys.hashOf("a"), NOON))
                .extracting(SourceRegistered::sourceId)
                .isEqualTo("shop");
        assertThat(sources.ofKey(WriteKeys.hashOf("b"), NOON)).isNull();
    }

    @Test
    void letsTheFormerKeyOpenUntilTheOverlapEnds() {
        List<KeyHash> rotated = WriteKeys.rotated(List.of(key("old", NOON)), key("new", NOON.plus(HOUR)), HOUR);

        sources.remember(SHOP.withKeys(rotated, NOON.plus(HOUR)));

        assertThat(sources.ofKey(
                        WriteKeys.hashOf("old"), NOON.plus(HOUR.multipliedBy(2)).minusMillis(1)))
                .isNotNull();
        assertThat(sources.ofKey(WriteKeys.hashOf("old"), NOON.plus(HOUR.multipliedBy(2))))
                .isNull();
        assertThat(sources.ofKey(WriteKeys.hashOf("new"), NOON.plus(HOUR.multipliedBy(99))))
                .isNotNull();
    }

    @Test
    void forgetsAKeyThatWasTakenBack() {
        sources.remember(SHOP.withKeys(List.of(key("a", NOON), key("b", NOON)), NOON));

        sources.remember(SHOP.withKeys(List.of(key("b", NOON)), NOON));

        assertThat(sources.ofKey(WriteKeys.hashOf("a"), NOON)).isNull();
        assertThat(sources.ofKey(WriteKeys.hashOf("b"), NOON)).isNotNull();
    }

    @Test
    void forgetsTheKeysOfASourceThatWasRemoved() {
        sources.remember(SHOP.withKeys(List.of(key("a", NOON)), NOON));

        sources.forget("shop");

        assertThat(sources.ofKey(WriteKeys.hashOf("a"), NOON)).isNull();
    }

    @Test
    void keepsAnEarlierEndWhenAKeyIsRotatedAgain() {
        KeyHash second = key("second", NOON);
        List<KeyHash> once = WriteKeys.rotated(List.of(key("first", NOON)), second, HOUR);

        List<KeyHash> twice = WriteKeys.rotated(once, key("third", NOON.plusSeconds(60)), Duration.ofDays(1));

        assertThat(twice)
                .extracting(KeyHash::validUntil)
                .containsExactly(NOON.plus(HOUR), NOON.plusSeconds(60).plus(Duration.ofDays(1)), null);
    }

    @Test
    void dropsKeysThatHaveExpiredWhenANewOneComes() {
        List<KeyHash> once = WriteKeys.rotated(List.of(key("first", NOON)), key("second", NOON), HOUR);

        List<KeyHash> later = WriteKeys.rotated(once, key("third", NOON.plus(HOUR)), HOUR);

        assertThat(later).extracting(KeyHash::keyId).containsExactly("second", "third");
    }

    @Test
    void writesAKeyThatFitsIntoAHeader() {
        assertThat(WriteKeys.written(new byte[WriteKeys.BYTES])).matches("[A-Za-z0-9_-]{43}");
    }

    private static KeyHash key(String key, Instant createdAt) {
        return new KeyHash(key, WriteKeys.hashOf(key), createdAt, null);
    }
}

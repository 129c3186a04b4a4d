package org.customervaluesquads.signalservice.once.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.customervaluesquads.signalservice.held.HeldStore;
import org.customervaluesquads.signalservice.once.Fingerprint;
import org.customervaluesquads.signalservice.once.Page;
import org.customervaluesquads.signalservice.once.Remembered;
import org.customervaluesquads.signalservice.once.Sighting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenSignalsTest {

    private static final long WINDOW = Duration.ofDays(7).toMillis();
    private static final long START = 1_767_614_400_000L;
    private static final int SOME_PAGES = 1_000;
    private static final Sighting FIRST = new Sighting.First();
    private static final Sighting AGAIN = new Sighting.Again(true);

    private final Fingerprint.Taking fingerprints = new Fingerprint.Taking();
    private final MockProcessorContext<Void, Void> context;
    private final HeldStore<Long, Page> pages;
    private final KeyValueStore<byte[], byte[]> index;

    SeenSignalsTest(@TempDir Path folder) {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        pages = store(SeenSignals.pages("pages").withLoggingDisabled());
        index = store(SeenSignals.index("index"));
    }

    @AfterEach
    void close() {
        pages.close();
        index.close();
    }

    @Test
    void knowsEachSignalAgainHoweverManyPagesItWasAgo() {
        SeenSignals seen = opened();

        assertThat(seeMany(seen, 0)).containsOnlyKeys(FIRST);

        assertThat(seeMany(seen, 1)).containsOnlyKeys(AGAIN);
    }

    @Test
    void tellsWhetherTheContentIsTheSame() {
        SeenSignals seen = opened();
        seen.see(signal("1", "one thing", START), WINDOW);

        Sighting again = seen.see(signal("1", "another thing", START + 1), WINDOW);

        assertThat(again).isEqualTo(new Sighting.Again(false));
    }

    @Test
    void countsASignalAnewAfterTheWindowOfItsSource() {
        SeenSignals seen = opened();
        seen.see(signal("1", START), WINDOW);
        seen.see(signal("2", START), 2 * WINDOW);

        Sighting ofShortWindow = seen.see(signal("1", START + WINDOW + 1), WINDOW);
        Sighting ofLongWindow = seen.see(signal("2", START + WINDOW + 1), 2 * WINDOW);

        assertThat(ofShortWindow).isEqualTo(FIRST);
        assertThat(ofLongWindow).isEqualTo(AGAIN);
        assertThat(seen.see(signal("1", START + WINDOW + 2), WINDOW)).isEqualTo(AGAIN);
    }

    @Test
    void forgetsWhatNoWindowHolds() {
        SeenSignals seen = opened();
        seeMany(seen, 0);

        for (int i = 0; i < SOME_PAGES; i++) {
            seen.see(signal("later-" + i, START + 3 * WINDOW + 1_000L * i), WINDOW);
        }

        long horizon = START + 2 * WINDOW;
        assertThat(entries(
                        index,
                        entry -> entry.key.length == 16
                                && Remembered.ofIndexed(new Fingerprint(0, 0), entry.value)
                                                .recordedAt()
                                        < horizon))
                .isZero();
        pages.flushCache();
        assertThat(entries(pages, page -> true)).isLessThanOrEqualTo(SOME_PAGES);
    }

    @Test
    void knowsAfterARestartWhatItKnewBefore() {
        seeMany(opened(), 0);

        Map<Sighting, Integer> restarted = seeMany(opened(), 1);

        assertThat(restarted).containsOnlyKeys(AGAIN);
    }

    @Test
    void makesALostIndexAgain() {
        seeMany(opened(), 0);
        emptyIndex();

        Map<Sighting, Integer> elsewhere = seeMany(opened(), 1);

        assertThat(elsewhere).containsOnlyKeys(AGAIN);
    }

    @Test
    void doesNotBelieveAnIndexOfPagesThatWereNeverCommitted() {
        SeenSignals aborted = opened();
        for (int i = 0; i < SOME_PAGES; i++) {
            aborted.see(signal("aborted-" + i, START + i), WINDOW);
        }
        emptyPages();
        seeMany(new SeenSignals(pages, store(SeenSignals.index("elsewhere"))), 0);

        SeenSignals back = opened();

        assertThat(back.see(signal("aborted-0", START), WINDOW)).isEqualTo(FIRST);
        assertThat(seeMany(back, 1)).containsOnlyKeys(AGAIN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithAMapOverRestartsAndWindows(long seed) {
        Random random = new Random(seed);
        Map<String, Long> recorded = new HashMap<>();
        SeenSignals seen = opened();
        long now = START;

        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(100) == 0 ? random.nextInt(20_000) : random.nextInt(20);
            String id = "id-" + random.nextInt(2_000);
            long window = id.hashCode() % 2 == 0 ? 10_000 : 60_000;
            if (random.nextInt(2_000) == 0) {
                if (random.nextBoolean()) {
                    emptyIndex();
                }
                seen = opened();
            }

            boolean first = seen.see(signal(id, now), window).equals(FIRST);

            assertThat(first).isEqualTo(now - recorded.getOrDefault(id, Long.MIN_VALUE / 2) > window);
            if (first) {
                recorded.put(id, now);
            }
        }
    }

    /** As a task begins: with what was committed. */
    private SeenSignals opened() {
        pages.flushCache();
        return new SeenSignals(pages, index);
    }

    private Map<Sighting, Integer> seeMany(SeenSignals seen, int millisLater) {
        Map<Sighting, Integer> sightings = new HashMap<>();
        for (int i = 0; i < SOME_PAGES; i++) {
            sightings.merge(seen.see(signal("id-" + i, START + i + millisLater), WINDOW), 1, Integer::sum);
        }
        return sightings;
    }

    private Remembered signal(String id, long recordedAt) {
        return signal(id, "content", recordedAt);
    }

    private Remembered signal(String id, String content, long recordedAt) {
        return new Remembered(
                fingerprints.of("shop".getBytes(UTF_8), id.getBytes(UTF_8)),
                fingerprints.ofContent(content.getBytes(UTF_8)),
                recordedAt);
    }

    private <S extends StateStore> S store(StoreBuilder<S> builder) {
        S store = builder.build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }

    private void emptyPages() {
        try (KeyValueIterator<Long, Page> all = pages.all()) {
            all.forEachRemaining(entry -> pages.delete(entry.key));
        }
        pages.flushCache();
    }

    private void emptyIndex() {
        try (KeyValueIterator<byte[], byte[]> all = index.all()) {
            all.forEachRemaining(entry -> index.delete(entry.key));
        }
    }

    private static <K, V> long entries(ReadOnlyKeyValueStore<K, V> store, Predicate<KeyValue<K, V>> which) {
        long found = 0;
        try (KeyValueIterator<K, V> all = store.all()) {
            while (all.hasNext()) {
                found += which.test(all.next()) ? 1 : 0;
            }
        }
        return found;
    }
}

package org.customervaluesquads.localstack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.localstack.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ReplayIT {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String TEMPLATE = """
            if (.id == "skip") null else {"id": .id, "occurredAt": .at, "value": {"amount": decimal(.amount)}}
            """;

    @TempDir
    Path folder;

    @Test
    void sendsEverythingInTheOrderInWhichItHappened() throws Exception {
        List<String> rows = IntStream.range(0, 2_500)
                .mapToObj(i -> "r%d,2020-01-01T00:%02d:%02dZ,0.10".formatted(i, (2_500 - i) / 60, (2_500 - i) % 60))
                .toList();

        try (FlakyDoor door = new FlakyDoor()) {
            ReplaySummary summary = replay(door, String.join("\n", rows), false);

            assertThat(summary.accepted()).isEqualTo(2_500);
            assertThat(door.accepted)
                    .extracting(signal -> signal.get("occurredAt").asText())
                    .isSorted();
            assertThat(door.accepted)
                    .allMatch(signal -> signal.get("source").asText().equals("shop"));
        }
    }

    @Test
    void sendsABatchAgainThatWasNotAnswered() throws Exception {
        try (FlakyDoor door = new FlakyDoor(FlakyDoor.HANGS_UP, 503, 429, 500)) {
            ReplaySummary summary = replay(door, "a,2020-01-01T00:00:00Z,505.30", false);

            assertThat(summary.accepted()).isEqualTo(1);
            assertThat(door.accepted).hasSize(1).first().hasToString("""
                    {"id":"a","occurredAt":"2020-01-01T00:00:00Z","value":{"amount":505.30},"source":"shop"}""");
        }
    }

    @Test
    void endsWithTheReasonWhenTheDoorRefusesTheWholeBatch() throws Exception {
        try (FlakyDoor door = new FlakyDoor(413)) {
            assertThatThrownBy(() -> replay(door, "a,2020-01-01T00:00:00Z,1", false))
                    .isInstanceOf(Refusal.class)
                    .hasMessageEndingWith("answered 413: not today");
        }
    }

    @Test
    void movesTheNewestToNowAndKeepsTheDistances() throws Exception {
        try (FlakyDoor door = new FlakyDoor()) {
            replay(door, "a,2020-01-01T00:00:00Z,1\nb,2020-01-01T01:00:00Z,1", true);

            assertThat(door.accepted)
                    .extracting(signal -> signal.get("occurredAt").asText())
                    .containsExactly("2026-03-01T11:00:00Z", "2026-03-01T12:00:00Z");
        }
    }

    @Test
    void countsWhatBecameOfEachRow() throws Exception {
        try (FlakyDoor door = new FlakyDoor()) {
            ReplaySummary summary = replay(door, """
                    a,2020-01-01T00:00:00Z,1
                    skip,2020-01-01T00:00:00Z,1
                    ,yesterday,1
                    d,2020-01-01T00:00:00Z,much""", false);

            assertThat(summary.rows()).isEqualTo(4);
            assertThat(summary.passedOver()).isEqualTo(1);
            assertThat(summary.accepted()).isEqualTo(1);
            assertThat(summary.firstRefusals()).containsExactly("without id: id is missing");
            assertThat(summary.firstUnmapped()).hasSize(1).first().asString().startsWith("line 5: ");
        }
    }

    @Test
    void registersASourceOnce() throws Exception {
        try (FlakyDoor door = new FlakyDoor()) {
            replay(door, "a,2020-01-01T00:00:00Z,1", false);
            replay(door, "a,2020-01-01T00:00:00Z,1", false);

            assertThat(door.registered).containsExactly("{\"silo\":\"sales\",\"channel\":\"web\",\"region\":null}");
        }
    }

    @Test
    void spacesBatchesByTheirTime() throws Exception {
        String rows = "a,2020-01-01T00:00:00Z,1\nb,2020-01-01T00:01:00Z,1";
        List<Long> sent = new ArrayList<>();

        long began = System.nanoTime();
        try (FlakyDoor door = new FlakyDoor();
                SignalDoor sending = patient(door);
                Replay replay = mapped(rows)) {
            replay.send(sending, Speed.parse("60x"), false, Clock.systemUTC(), sent::add);
        }

        assertThat(sent).containsExactly(1L, 2L);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(900));
    }

    private ReplaySummary replay(FlakyDoor door, String rows, boolean shiftToNow) throws Exception {
        try (SignalDoor sending = patient(door);
                Replay replay = mapped(rows)) {
            sending.register("shop", new SignalDoor.NewSource("sales", "web", null));
            replay.send(sending, new Speed.Max(), shiftToNow, NOW, sent -> {});
            return replay.summary();
        }
    }

    private Replay mapped(String rows) throws Exception {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, "id,at,amount\n" + rows.lines().collect(Collectors.joining("\n")) + "\n");
        return Replay.map(file, mapping(), "shop", bytes -> {});
    }

    private static SignalDoor patient(FlakyDoor door) {
        return new SignalDoor(door.url(), new PatientHttp(Duration.ofSeconds(20), line -> {}));
    }

    private static Mapping mapping() {
        return ((Mapping.Parsed.Usable) Mapping.parse(TEMPLATE)).mapping();
    }
}

package org.customervaluesquads.signalservice.intake;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customervaluesquads.signalservice.intake.BatchReader.Batch;
import org.junit.jupiter.api.Test;

class BatchReaderTest {

    @Test
    void keepsTheTextOfEachSignalOfAnArray() {
        Batch batch = BatchReader.array("[ {\"id\": \"ä\"} , {\"id\":2},\n7]".getBytes(UTF_8));

        assertThat(partsOf(batch)).extracting(Offered::original).containsExactly("{\"id\": \"ä\"}", "{\"id\":2}", "7");
    }

    @Test
    void refusesALineOfAnotherEncodingThanTheFirst() {
        byte[] first = "{\"id\":\"1\"}\n".getBytes(UTF_8);
        byte[] second = "{\"id\":\"2\",\"properties\":{\"a\":\"b\"}}".getBytes(UTF_16LE);
        byte[] body = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, body, first.length, second.length);

        Batch batch = BatchReader.lines(body, BatchReader.As.SIGNAL);

        assertThat(partsOf(batch))
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(Offered.Signal.class),
                        one -> assertThat(one).isInstanceOf(Offered.Illegible.class));
    }

    @Test
    void takesABrokenLineAsOneUnreadableSignalAndGoesOn() {
        Batch batch = BatchReader.lines("{\"id\":1}\n\n{broken\r\n{\"id\":3}".getBytes(UTF_8));

        List<Offered> parts = partsOf(batch);
        assertThat(parts).hasSize(3);
        assertThat(parts.get(1))
                .isInstanceOfSatisfying(
                        Offered.Illegible.class,
                        broken -> assertThat(broken.reason().reason())
                                .startsWith("is not JSON: ")
                                .contains("line 1, column"));
        assertThat(parts.get(2)).isInstanceOf(Offered.Legible.class);
    }

    @Test
    void sparesTheOthersWhenOneSignalIsTooLarge() {
        String large = "{\"text\":\"" + "x".repeat(Limits.SIGNAL_BYTES_MAX) + "\"}";

        Batch batch = BatchReader.array(("[{\"id\":1}," + large + "]").getBytes(UTF_8));

        List<Offered> parts = partsOf(batch);
        assertThat(parts.get(0)).isInstanceOf(Offered.Legible.class);
        assertThat(parts.get(1)).isInstanceOfSatisfying(Offered.Illegible.class, refused -> {
            assertThat(refused.reason().reason()).isEqualTo("is larger than 65,536 bytes");
            assertThat(refused.original()).hasSize(Limits.SIGNAL_BYTES_MAX);
        });
    }

    @Test
    void refusesANumberThatNoNumberCanHold() {
        byte[] signal = "{\"value\": {\"amount\": 161e9999999996}}".getBytes(UTF_8);

        Offered one = BatchReader.one(signal);
        Batch batch = BatchReader.array(("[" + new String(signal, UTF_8) + "]").getBytes(UTF_8));

        assertThat(one)
                .isInstanceOfSatisfying(
                        Offered.Illegible.class,
                        refused -> assertThat(refused.reason().reason()).isEqualTo("has a number out of all bounds"));
        assertThat(batch).isEqualTo(new Batch.Malformed("has a number out of all bounds"));
    }

    @Test
    void refusesMoreThanABatchHolds() {
        String signals = IntStream.rangeClosed(0, Limits.BATCH_SIGNALS_MAX)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "[", "]"));

        Batch batch = BatchReader.array(signals.getBytes(UTF_8));

        assertThat(batch).isInstanceOf(Batch.TooMany.class);
    }

    @Test
    void saysWhereAnArrayBreaksOff() {
        Batch batch = BatchReader.array("[{\"id\":1},\n{\"id\":".getBytes(UTF_8));

        assertThat(batch)
                .isInstanceOfSatisfying(
                        Batch.Malformed.class,
                        malformed -> assertThat(malformed.reason())
                                .contains("is not JSON")
                                .contains("line 2"));
    }

    @Test
    void refusesWhatStandsBehindTheEnd() {
        Batch batch = BatchReader.array("[] []".getBytes(UTF_8));
        Offered one = BatchReader.one("{} {}".getBytes(UTF_8));

        assertThat(batch).isEqualTo(new Batch.Malformed("has more behind the end of the array"));
        assertThat(one).isInstanceOf(Offered.Illegible.class);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThat(BatchReader.array("[{\"id\":1}]".getBytes(UTF_16))).isEqualTo(new Batch.Malformed("must be UTF-8"));
        assertThat(BatchReader.array("[{\"id\":1}]".getBytes(UTF_16LE)))
                .isEqualTo(new Batch.Malformed("must be UTF-8"));
        assertThat(BatchReader.one("{}".getBytes(UTF_16BE))).isInstanceOf(Offered.Illegible.class);
    }

    private static List<Offered> partsOf(Batch batch) {
        assertThat(batch).isInstanceOf(Batch.Parts.class);
        return ((Batch.Parts) batch).offered();
    }
}

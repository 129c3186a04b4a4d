package org.customervaluesquads.signalservice.packs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.intake.RecordedJson;
import org.customervaluesquads.signalservice.packs.SignalPacker.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalPackTest {

    private static final int PARTITIONS = 4;
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00.5Z");
    private static final Header RECORDED =
            CloudEventHeaders.one(CloudEventHeaders.RECORDED_TIME, "2026-01-05T12:00:01Z");

    @Test
    void comesOutAsEachSignalWentIn() {
        SignalRecorded signal = signal("ord-é1", "13085", "thanks");

        List<PackedSignal> unpacked = unpacked(packed(List.of(signal)));

        assertThat(unpacked).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("13085");
            assertThat(one.json()).isEqualTo(new RecordedJson().bytes(signal));
            assertThat(one.headers().toArray())
                    .containsExactlyElementsOf(
                            CloudEventHeaders.of("ord-é1", "web-shop", "order.completed", NOON, List.of(RECORDED)));
        });
    }

    @Test
    void keepsTheOrderOfEachPartition() {
        List<SignalRecorded> signals = IntStream.range(0, 1_000)
                .mapToObj(i -> signal("ord-" + i, "customer-" + i % 37, "x".repeat(i)))
                .toList();

        List<Pack> packs = packed(signals);

        for (int partition = 0; partition < PARTITIONS; partition++) {
            int own = partition;
            List<String> expected = signals.stream()
                    .filter(signal ->
                            BuiltInPartitioner.partitionForKey(signal.key().getBytes(UTF_8), PARTITIONS) == own)
                    .map(SignalRecorded::id)
                    .toList();
            assertThat(unpacked(packs.stream()
                            .filter(pack -> pack.partition() == own)
                            .toList()))
                    .extracting(one -> CloudEventHeaders.read(one.headers(), CloudEventHeaders.ID))
                    .isEqualTo(expected);
        }
    }

    @Test
    void growsNoLargerThanItMay() {
        List<SignalRecorded> signals = IntStream.range(0, 1_000)
                .mapToObj(i -> signal("ord-" + i, "customer-" + i, "x".repeat(300)))
                .toList();

        List<Pack> packs = packed(signals);

        assertThat(packs)
                .hasSizeBetween(2 * PARTITIONS, signals.size() / 10)
                .allSatisfy(pack -> assertThat(pack.value()).hasSizeLessThanOrEqualTo(SignalPacker.PACK_BYTES_MAX));
    }

    @Test
    void takesASignalThatIsLargerThanAPackAlone() {
        SignalRecorded large = signal("large", "13085", "x".repeat(2 * SignalPacker.PACK_BYTES_MAX));
        List<SignalRecorded> signals = List.of(signal("before", "13085", ""), large, signal("after", "13085", ""));

        List<Pack> packs = packed(signals);

        assertThat(packs).hasSize(3);
        assertThat(unpacked(packs))
                .extracting(one -> CloudEventHeaders.read(one.headers(), CloudEventHeaders.ID))
                .containsExactly("before", "large", "after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "\u0002"})
    void isNotTakenForAnythingElse(String value) {
        byte[] bytes = value.getBytes(UTF_8);

        assertThat(SignalPack.isOne(bytes)).isFalse();
        assertThatThrownBy(() -> SignalPack.unpack(bytes, new RecordHeaders()))
                .isInstanceOf(SerializationException.class);
    }

    /** A cut between two signals leaves a whole, smaller pack; anywhere else it is noticed. */
    @Test
    void noticesThatItWasCut() {
        byte[] whole = packed(List.of(signal("a", "13085", ""), signal("b", "13085", "")))
                .getFirst()
                .value();
        Set<Integer> signalsLeft = new HashSet<>();

        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                signalsLeft.add(SignalPack.unpack(cut, new RecordHeaders()).size());
            } catch (SerializationException noticed) {
                signalsLeft.add(-1);
            }
        }

        assertThat(signalsLeft).containsExactlyInAnyOrder(-1, 0, 1);
    }

    @Test
    void failsInOneWayOnWhateverIsNoPack() {
        Random random = new Random(17);
        List<Throwable> others = new ArrayList<>();

        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[1 + random.nextInt(60)];
            random.nextBytes(noise);
            noise[0] = SignalPack.FORMAT;
            try {
                SignalPack.unpack(noise, new RecordHeaders());
            } catch (SerializationException noticed) {
                continue;
            } catch (RuntimeException other) {
                others.add(other);
            }
        }

        assertThat(others).isEmpty();
    }

    private static List<Pack> packed(List<SignalRecorded> signals) {
        SignalPacker packer = new SignalPacker(PARTITIONS);
        signals.forEach(packer::add);
        return packer.packs();
    }

    private static List<PackedSignal> unpacked(List<Pack> packs) {
        Headers shared = new RecordHeaders(List.of(RECORDED));
        return packs.stream()
                .flatMap(pack -> SignalPack.unpack(pack.value(), shared).stream())
                .toList();
    }

    private static SignalRecorded signal(String id, String customer, String text) {
        return new SignalRecorded(
                id,
                "web-shop",
                "order.completed",
                NOON,
                "sales",
                customer,
                null,
                null,
                "GB",
                null,
                "web",
                null,
                null,
                null,
                text,
                Map.of());
    }
}

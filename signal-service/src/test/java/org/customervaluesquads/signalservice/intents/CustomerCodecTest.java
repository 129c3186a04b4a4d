package org.customervaluesquads.signalservice.intents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;
import static org.customervaluesquads.signalservice.intents.SomeSignals.pricingPage;
import static org.customervaluesquads.signalservice.intents.SomeSignals.signal;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.signalservice.intents.Customer.Told;
import org.junit.jupiter.api.Test;

class CustomerCodecTest {

    private final IntentCatalogue catalogue = SomeSignals.catalogue();
    private final CustomerCodec codec = new CustomerCodec(catalogue);
    private final Weighing weighing = new Weighing(catalogue);
    private final Customer ann = Customer.unknown(catalogue);

    /** When this fails and the change is meant, raise the version, and read the older one too. */
    @Test
    void packsInTheFormOfVersion4() {
        ann.hear("ann", pricingPage("1", NOON), weighing);
        ann.hasParts(true);

        byte[] packed = codec.write(ann);

        assertThat(packed).isEqualTo(version(4, 2));
        assertThat(codec.write(codec.read(packed))).isEqualTo(packed);
    }

    @Test
    void takesWhoeverWasPackedInTheFormOfVersion3ForSomebodyWithParts() {
        ann.hear("ann", pricingPage("1", NOON), weighing);

        Customer read = codec.read(version(3, 0));

        assertThat(read.hasParts()).isTrue();
        assertThat(read.standings(weighing, NOON)).usingRecursiveComparison().isEqualTo(ann.standings(weighing, NOON));
    }

    @Test
    void readsTheFormOfVersion2() {
        ann.hear("ann", pricingPage("1", NOON), weighing);
        ann.hear("ann", signal("2", "not.weighed", NOON), weighing);

        Customer read = codec.read(version2());

        assertThat(read.standings(weighing, NOON)).usingRecursiveComparison().isEqualTo(ann.standings(weighing, NOON));
        assertThat(read.attributes()).isEqualTo(ann.attributes());
        assertThat(read.wakeAt()).isEqualTo(Customer.NEVER);
    }

    @Test
    void keepsTheCountsOfTheHalfLivesThatStay() {
        ann.hear("ann", pricingPage("1", NOON), weighing);
        List<Duration> others = List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofDays(7));
        IntentCatalogue changed = new IntentCatalogue(
                8,
                others,
                Map.of(),
                catalogue.thresholds(),
                List.of(new IntentCatalogue.Intent(
                        "purchase", "order.completed", Duration.ofHours(24), -2, Map.of("page.viewed", new double[] {
                            1, 1, 1
                        }))),
                Map.of());

        Customer read = new CustomerCodec(changed).read(codec.write(ann));

        assertThat(read.countsAsOf(NOON)).containsOnlyKeys("page.viewed");
        assertThat(read.countsAsOf(NOON).get("page.viewed")).containsExactly(0, 1, 0);
    }

    /** A lesson may be of a feature that the customer has lost since. */
    @Test
    void keepsLessonsOfFeaturesThatAreGone() {
        ann.hear("ann", pricingPage("1", NOON), weighing);
        Instant months = NOON.plus(Duration.ofDays(60));
        Customer later = codec.read(codec.write(ann));
        later.hear("ann", signal("2", "order.completed", months), weighing.withoutLessons());

        Customer read = codec.read(codec.write(later));

        assertThat(read.countsAsOf(months)).containsOnlyKeys("order.completed");
        assertThat(read.settle(months, weighing))
                .singleElement()
                .satisfies(lesson ->
                        assertThat(lesson.counts()).containsOnlyKeys("page.viewed", "page.viewed/section=pricing"));
    }

    private byte[] version(int version, int marks) {
        ByteBuffer out = ByteBuffer.allocate(1_000).put((byte) version).put((byte) 2);
        out.putInt(30 * 60).putInt(24 * 60 * 60).putLong(NOON.toEpochMilli()).put((byte) 2);
        for (String feature : List.of("page.viewed", "page.viewed/section=pricing")) {
            out.put((byte) 1).putInt(feature.hashCode()).putDouble(1).putDouble(1);
            out.put((byte) 1).put((byte) 1);
        }
        putTold(out);
        out.putLong(Long.MIN_VALUE).putLong(ann.wakeAt()).put((byte) marks);
        putAttributes(out);
        putText(out.put((byte) 1), "marketing");
        out.put((byte) 1).putLong(NOON.plus(Duration.ofHours(24)).toEpochMilli());
        out.putLong(NOON.toEpochMilli()).put((byte) 2);
        List<String> lesson = List.of("page.viewed", "page.viewed/section=pricing");
        for (int place = 0; place < lesson.size(); place++) {
            if (version == 3) {
                out.put((byte) 1).putInt(lesson.get(place).hashCode());
            } else {
                out.put((byte) place);
            }
            out.putFloat(1).putFloat(1);
        }
        out.put((byte) 1).putInt("purchase".hashCode()).put((byte) 2);
        return Arrays.copyOf(out.array(), out.position());
    }

    private byte[] version2() {
        ByteBuffer out = ByteBuffer.allocate(1_000).put((byte) 2).put((byte) 2).putLong(NOON.toEpochMilli());
        out.put((byte) 3);
        out.put((byte) 1).putInt("page.viewed".hashCode()).putDouble(1).putDouble(1);
        out.put((byte) 1)
                .putInt("page.viewed/section=pricing".hashCode())
                .putDouble(1)
                .putDouble(1);
        putText(out.put((byte) 0), "not.weighed").putDouble(1).putDouble(1);
        putTold(out);
        putAttributes(out);
        return Arrays.copyOf(out.array(), out.position());
    }

    private void putTold(ByteBuffer out) {
        Told told = ann.told().get("purchase");
        out.put((byte) 1)
                .putInt("purchase".hashCode())
                .put((byte) told.stage().code())
                .putDouble(told.score());
    }

    private static void putAttributes(ByteBuffer out) {
        putText(out.put((byte) 1), "GB");
        putText(out.put((byte) 1), "retail");
        out.put((byte) 0).put((byte) 0);
        putText(out.put((byte) 1), "web");
    }

    private static ByteBuffer putText(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return out.putShort((short) bytes.length).put(bytes);
    }
}

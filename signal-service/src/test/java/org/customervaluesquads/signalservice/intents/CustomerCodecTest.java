package org.customervaluesquads.signalservice.intents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;
import static org.customervaluesquads.signalservice.intents.SomeSignals.pricingPage;
import static org.customervaluesquads.signalservice.intents.SomeSignals.signal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.customervaluesquads.signalservice.intents.Customer.Told;
import org.junit.jupiter.api.Test;

class CustomerCodecTest {

    private final IntentCatalogue catalogue = SomeSignals.catalogue();
    private final CustomerCodec codec = new CustomerCodec(catalogue);
    private final Weighing weighing = new Weighing(catalogue);
    private final Customer ann = Customer.unknown(catalogue);

    @Test
    void packsInTheFormOfVersion2() {
        ann.hear("ann", pricingPage("1", NOON), weighing);
        ann.hear("ann", signal("2", "not.weighed", NOON), weighing);

        byte[] packed = codec.write(ann);

        assertThat(packed).isEqualTo(version2());
        assertThat(codec.write(codec.read(packed))).isEqualTo(packed);
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
        Told told = ann.told().get("purchase");
        out.put((byte) 1)
                .putInt("purchase".hashCode())
                .put((byte) told.stage().code())
                .putDouble(told.score());
        putText(out.put((byte) 1), "GB");
        putText(out.put((byte) 1), "retail");
        out.put((byte) 0).put((byte) 0);
        putText(out.put((byte) 1), "web");
        return Arrays.copyOf(out.array(), out.position());
    }

    private static ByteBuffer putText(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return out.putShort((short) bytes.length).put(bytes);
    }
}

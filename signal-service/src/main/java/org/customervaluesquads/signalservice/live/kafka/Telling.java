package org.customervaluesquads.signalservice.live.kafka;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.live.Fates;
import org.customervaluesquads.signalservice.live.Happening;
import org.customervaluesquads.signalservice.packs.SignalPack;

/** Makes happenings of records; those whose source nobody listens to, and those without a name, are passed over. */
final class Telling {

    /** Enough to recognise what was sent. */
    private static final int ORIGINAL_CHARACTERS_MAX = 2_000;

    private static final Deserializer<SignalRejected> REJECTED =
            MessageSerde.of(Topics.SIGNALS_REJECTED).deserializer();

    private final Fates fates;
    private final String rejectedTopic;
    private final String stepsTopic;
    private final Predicate<String> wanted;
    private final Consumer<Happening> tell;

    Telling(Fates fates, String prefix, Predicate<String> wanted, Consumer<Happening> tell) {
        this.fates = fates;
        this.rejectedTopic = Topics.SIGNALS_REJECTED.in(prefix);
        this.stepsTopic = Topics.IDENTITY_STEPS.in(prefix);
        this.wanted = wanted;
        this.tell = tell;
    }

    void judgedOrRejected(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(rejectedTopic)) {
            rejected(record);
        } else {
            judged(record);
        }
    }

    void countedOrSentOn(ConsumerRecord<byte[], byte[]> record) {
        String source = CloudEventHeaders.read(record.headers(), CloudEventHeaders.SOURCE);
        String id = CloudEventHeaders.read(record.headers(), CloudEventHeaders.ID);
        if (source == null || id == null || !wanted.test(source)) {
            return;
        }
        if (record.topic().equals(stepsTopic)) {
            // A signal that is sent on bears its own name there; all other steps have names of their own.
            fates.sentOn(source, id);
            return;
        }
        String withheld = CloudEventHeaders.read(record.headers(), CloudEventHeaders.WITHHELD);
        Happening counted = fates.counted(source, id, withheld);
        if (counted != null) {
            tell.accept(counted);
        }
    }

    private void judged(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || !SignalPack.isOne(record.value())) {
            judged(record, record.headers());
            return;
        }
        try {
            SignalPack.unpack(record.value(), record.headers()).forEach(signal -> judged(record, signal.headers()));
        } catch (SerializationException notWhole) {
            // Who counts says so.
            return;
        }
    }

    private void judged(ConsumerRecord<byte[], byte[]> record, Headers headers) {
        String source = CloudEventHeaders.read(headers, CloudEventHeaders.SOURCE);
        String id = CloudEventHeaders.read(headers, CloudEventHeaders.ID);
        if (source != null && id != null && wanted.test(source)) {
            Happening accepted = Happening.accepted(
                    source,
                    id,
                    CloudEventHeaders.read(headers, CloudEventHeaders.TYPE),
                    Instant.ofEpochMilli(record.timestamp()),
                    CloudEventHeaders.read(headers, CloudEventHeaders.TRACE_PARENT));
            fates.accepted(record.partition(), record.offset(), accepted);
            tell.accept(accepted);
        }
    }

    private void rejected(ConsumerRecord<byte[], byte[]> record) {
        try {
            SignalRejected rejected = REJECTED.deserialize(record.topic(), record.value());
            if (rejected != null && canBeTold(rejected) && wanted.test(rejected.source())) {
                String traceParent = CloudEventHeaders.read(record.headers(), CloudEventHeaders.TRACE_PARENT);
                tell.accept(Happening.of(rejected, traceParent, beginning(rejected.original())));
            }
        } catch (SerializationException ofAnotherForm) {
            // Whoever lists the refused ones says so; who looks on has nothing of it.
            return;
        }
    }

    private static boolean canBeTold(SignalRejected rejected) {
        return rejected.source() != null && rejected.rejectedAt() != null && rejected.original() != null;
    }

    private static String beginning(String original) {
        return original.length() <= ORIGINAL_CHARACTERS_MAX
                ? original
                : original.substring(0, ORIGINAL_CHARACTERS_MAX) + "…";
    }
}

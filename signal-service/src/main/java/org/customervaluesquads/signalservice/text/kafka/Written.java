package org.customervaluesquads.signalservice.text.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.metering.SkippedRecords;
import org.jspecify.annotations.Nullable;

/**
 * A counted signal in which somebody wrote or said something.
 *
 * @param record in which it was found
 */
record Written(SignalRecorded signal, ConsumerRecord<String, byte[]> record) {

    private static final Deserializer<SignalRecorded> SIGNALS =
            MessageSerde.of(Topics.SIGNALS).deserializer();
    private static final byte[] FIELD = "\"text\":".getBytes(US_ASCII);

    /** What a record has of it; most have nothing, and are not read any further. */
    static Optional<Written> in(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null || !holdsText(record.value())) {
            return Optional.empty();
        }
        try {
            SignalRecorded signal = SIGNALS.deserialize(record.topic(), record.value());
            return isOne(signal) ? Optional.of(new Written(signal, record)) : Optional.empty();
        } catch (SerializationException notOne) {
            skip(record, String.valueOf(notOne.getMessage()));
            return Optional.empty();
        }
    }

    String text() {
        return Objects.requireNonNull(signal.text());
    }

    /** The key under which it came, if that is not the one under which it was published. */
    @Nullable
    String subject() {
        return CloudEventHeaders.read(record.headers(), CloudEventHeaders.SUBJECT);
    }

    @Nullable
    String traceParent() {
        return CloudEventHeaders.read(record.headers(), CloudEventHeaders.TRACE_PARENT);
    }

    /** Passes it over. */
    void skip(String reason) {
        skip(record, reason);
    }

    private static void skip(ConsumerRecord<?, ?> record, String reason) {
        SkippedRecords.skip("text", record.topic(), record.partition(), record.offset(), reason);
    }

    private static boolean isOne(@Nullable SignalRecorded signal) {
        return signal != null
                && signal.hasAllItNeeds()
                && !signal.wasDerived()
                && signal.text() != null
                && !signal.text().isBlank()
                && SignalRecorded.isAboutSomebody(signal.key());
    }

    private static boolean holdsText(byte[] json) {
        int matched = 0;
        for (byte one : json) {
            if (one == FIELD[matched]) {
                matched++;
                if (matched == FIELD.length) {
                    return true;
                }
            } else {
                matched = one == FIELD[0] ? 1 : 0;
            }
        }
        return false;
    }
}

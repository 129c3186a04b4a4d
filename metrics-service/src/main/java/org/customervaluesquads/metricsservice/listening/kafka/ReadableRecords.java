package org.customervaluesquads.metricsservice.listening.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.TraceParent;
import org.customervaluesquads.metricsservice.listening.Traced;

/** Reads what can be read of a batch, and sets the rest aside: one bad record never holds up those behind it. */
public final class ReadableRecords<V> {

    private final String reader;
    private final Deserializer<V> deserializer;
    private final Function<V, Optional<String>> flaw;

    private ReadableRecords(String reader, Deserializer<V> deserializer, Function<V, Optional<String>> flaw) {
        this.reader = reader;
        this.deserializer = deserializer;
        this.flaw = flaw;
    }

    /**
     * A reader of a topic.
     *
     * @param reader its name in logs and counters
     * @param flaw why a message is to be passed over, if it is; it may be given null, which is Kafka's tombstone
     */
    public static <V> ReadableRecords<V> of(String reader, Topic<V> topic, Function<V, Optional<String>> flaw) {
        return new ReadableRecords<>(reader, MessageSerde.of(topic).deserializer(), flaw);
    }

    /** The messages that can be read and have no flaw, in order. */
    public List<V> in(ConsumerRecords<byte[], byte[]> batch) {
        return tracedIn(batch).stream().map(Traced::its).toList();
    }

    /** The same, each with its trace. */
    public List<Traced<V>> tracedIn(ConsumerRecords<byte[], byte[]> batch) {
        return toldIn(batch, (message, toldAt) -> message);
    }

    /** The same, each with when the topic had it. */
    public <T> List<Traced<T>> toldIn(ConsumerRecords<byte[], byte[]> batch, BiFunction<V, Instant, T> telling) {
        List<Traced<T>> messages = new ArrayList<>(batch.count());
        eachIn(
                batch,
                (message, entry) -> messages.add(new Traced<>(
                        telling.apply(message, Instant.ofEpochMilli(entry.timestamp())),
                        TraceParent.in(entry.headers()))));
        return messages;
    }

    /** Takes each message with the entry that it came in. */
    public void eachIn(ConsumerRecords<byte[], byte[]> batch, BiConsumer<V, ConsumerRecord<byte[], byte[]>> taking) {
        for (ConsumerRecord<byte[], byte[]> entry : batch) {
            try {
                V message = deserializer.deserialize(entry.topic(), entry.value());
                flaw.apply(message).ifPresentOrElse(reason -> skip(entry, reason), () -> taking.accept(message, entry));
            } catch (SerializationException unreadable) {
                skip(entry, String.valueOf(unreadable.getMessage()));
            }
        }
    }

    private void skip(ConsumerRecord<byte[], byte[]> entry, String reason) {
        SkippedRecords.skip(reader, entry.topic(), entry.partition(), entry.offset(), reason);
    }
}

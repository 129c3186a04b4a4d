package org.customervaluesquads.contracts;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes and reads the messages of one topic; taken from the {@link Topic}, in production and in tests alike. */
public final class MessageSerde<V> implements Serde<V> {

    private final ObjectWriter writer;
    private final ObjectReader reader;

    private MessageSerde(Class<V> type) {
        this.writer = MessageJson.mapper().writerFor(type);
        this.reader = MessageJson.mapper().readerFor(type);
    }

    /** The serde of a topic's values. */
    public static <V> MessageSerde<V> of(Topic<V> topic) {
        return new MessageSerde<>(topic.value());
    }

    @Override
    public Serializer<V> serializer() {
        return (topic, message) -> write(message);
    }

    @Override
    public Deserializer<V> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    @SuppressWarnings("NullAway") // a null value is Kafka's tombstone, which its interfaces do not declare
    private byte[] write(@Nullable V message) {
        if (message == null) {
            return null;
        }
        try {
            return writer.writeValueAsBytes(message);
        } catch (IOException unwritable) {
            throw new SerializationException("cannot be written as JSON: " + message.getClass(), unwritable);
        }
    }

    @SuppressWarnings("NullAway") // see above
    private V read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return reader.readValue(bytes);
        } catch (IOException unreadable) {
            throw new SerializationException("is not the JSON of this topic", unreadable);
        }
    }
}

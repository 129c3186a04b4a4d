package org.customervaluesquads.signalservice.who.streams;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.signalservice.who.Known;
import org.jspecify.annotations.Nullable;

/** What is known of who somebody is, as JSON: few have any of it, and it changes seldom. */
final class KnownCodec {

    private static final ObjectWriter WRITER = MessageJson.mapper().writerFor(Known.class);
    private static final ObjectReader READER = MessageJson.mapper().readerFor(Known.class);

    private KnownCodec() {}

    static Serde<Known> serde() {
        return Serdes.serdeFrom((topic, known) -> write(known), (topic, bytes) -> read(bytes));
    }

    @SuppressWarnings("NullAway") // null is Kafka's "nothing there", which its interfaces do not declare
    private static byte[] write(@Nullable Known known) {
        try {
            return known == null ? null : WRITER.writeValueAsBytes(known);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @SuppressWarnings("NullAway") // see above
    private static Known read(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : READER.readValue(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException("what is known of somebody cannot be read", broken);
        }
    }
}

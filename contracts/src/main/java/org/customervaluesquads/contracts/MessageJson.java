package org.customervaluesquads.contracts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;

/** The one way in which messages are written as JSON and read: ISO times, exact decimals, unknown fields passed over. */
public final class MessageJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule("iso-times")
                    .addSerializer(Instant.class, new TimeSerializer())
                    .addDeserializer(Instant.class, new TimeDeserializer()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private MessageJson() {}

    /** Writes what the other module would write, at a fraction of the cost. */
    private static final class TimeSerializer extends StdScalarSerializer<Instant> {

        private TimeSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator out, SerializerProvider context) throws IOException {
            out.writeString(IsoTime.write(time));
        }
    }

    /** Reads what the other module would read; times as they are mostly written at a fraction of the cost. */
    private static final class TimeDeserializer extends StdScalarDeserializer<Instant> {

        private TimeDeserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.hasToken(JsonToken.VALUE_STRING) && IsoTime.isPlain(in.getText())) {
                return IsoTime.plain(in.getText());
            }
            return InstantDeserializer.INSTANT.deserialize(in, context);
        }
    }

    /** The shared mapper; its configuration is not to be changed. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }
}

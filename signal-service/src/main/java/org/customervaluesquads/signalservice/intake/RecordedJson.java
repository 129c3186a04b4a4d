package org.customervaluesquads.signalservice.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import org.customervaluesquads.contracts.IsoTime;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/**
 * Writes accepted signals as JSON, one after the other, as the mapper of all messages does, which a test holds it against:
 * it looks up how to write each field anew, and takes properties apart that can be copied.
 */
public final class RecordedJson implements AutoCloseable {

    private static final ObjectWriter JSON = MessageJson.mapper().writer().withRootValueSeparator("");
    private static final ObjectWriter MAP = MessageJson.mapper().writerFor(Map.class);

    /** Nearly all signals are smaller. */
    private static final int BYTES = 512;

    private static final SerializableString ID = new SerializedString("id");
    private static final SerializableString SOURCE = new SerializedString("source");
    private static final SerializableString TYPE = new SerializedString("type");
    private static final SerializableString OCCURRED_AT = new SerializedString("occurredAt");
    private static final SerializableString SILO = new SerializedString("silo");
    private static final SerializableString CUSTOMER_ID = new SerializedString("customerId");
    private static final SerializableString ANONYMOUS_ID = new SerializedString("anonymousId");
    private static final SerializableString ACCOUNT_ID = new SerializedString("accountId");
    private static final SerializableString REGION = new SerializedString("region");
    private static final SerializableString SEGMENT = new SerializedString("segment");
    private static final SerializableString CHANNEL = new SerializedString("channel");
    private static final SerializableString PRODUCT = new SerializedString("product");
    private static final SerializableString AMOUNT = new SerializedString("amount");
    private static final SerializableString CURRENCY = new SerializedString("currency");
    private static final SerializableString TEXT = new SerializedString("text");

    private static final SerializableString PROPERTIES = new SerializedString("properties");
    private static final byte[] COPIED = ",\"properties\":".getBytes(US_ASCII);

    private final ByteArrayBuilder bytes = new ByteArrayBuilder(BYTES);
    private final JsonGenerator out;

    /** Writes any number of signals. */
    public RecordedJson() {
        try {
            out = JSON.createGenerator(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing can be written as JSON", impossible);
        }
    }

    /** The JSON of one signal. */
    public byte[] bytes(SignalRecorded signal) {
        try {
            bytes.reset();
            out.writeStartObject();
            writeFields(out, signal);
            Slice copied =
                    signal.properties() instanceof OfferedProperties offered ? offered.asItWouldBeWritten() : null;
            if (copied == null) {
                writeProperties(out, signal.properties());
            }
            out.writeEndObject();
            out.flush();
            return copied == null ? bytes.toByteArray() : joined(bytes.toByteArray(), copied);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a signal cannot be written as JSON", impossible);
        }
    }

    /** Gives the generator's buffers back: they are larger than a request, and would else be made anew for each. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing can be written as JSON", impossible);
        }
    }

    private static void writeFields(JsonGenerator out, SignalRecorded signal) throws IOException {
        write(out, ID, signal.id());
        write(out, SOURCE, signal.source());
        write(out, TYPE, signal.type());
        write(out, OCCURRED_AT, IsoTime.write(signal.occurredAt()));
        write(out, SILO, signal.silo());
        write(out, CUSTOMER_ID, signal.customerId());
        write(out, ANONYMOUS_ID, signal.anonymousId());
        write(out, ACCOUNT_ID, signal.accountId());
        write(out, REGION, signal.region());
        write(out, SEGMENT, signal.segment());
        write(out, CHANNEL, signal.channel());
        write(out, PRODUCT, signal.product());
        if (signal.amount() != null) {
            out.writeFieldName(AMOUNT);
            out.writeNumber(signal.amount());
        }
        write(out, CURRENCY, signal.currency());
        write(out, TEXT, signal.text());
    }

    private static void write(JsonGenerator out, SerializableString name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeFieldName(name);
            out.writeString(value);
        }
    }

    private static void writeProperties(JsonGenerator out, @Nullable Map<String, JsonNode> properties)
            throws IOException {
        if (properties != null) {
            out.writeFieldName(PROPERTIES);
            MAP.writeValue(out, properties);
        }
    }

    /** Puts the properties where the object ended without them. */
    private static byte[] joined(byte[] fields, Slice properties) {
        int from = fields.length - 1;
        int end = from + COPIED.length + properties.length();
        byte[] joined = Arrays.copyOf(fields, end + 1);
        System.arraycopy(COPIED, 0, joined, from, COPIED.length);
        properties.copyTo(joined, from + COPIED.length);
        joined[end] = '}';
        return joined;
    }
}

package org.customervaluesquads.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a CloudEvents 1.0 record in binary mode, as Kafka headers.
 *
 * <p>They are written by hand and not with the CloudEvents SDK because inside a topology only the headers of a record
 * are at hand, and because the SDK builds an object for each event; a test has the SDK read what is written here.
 */
public final class CloudEventHeaders {

    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";

    /** When we learned of it: the CloudEvents extension attribute of that name. */
    public static final String RECORDED_TIME = "ce_recordedtime";

    /** Of a signal whose customer was found by a join: the key under which it came. */
    public static final String SUBJECT = "ce_subject";

    /** Of a signal about nobody: why it no longer says about whom it was. */
    public static final String WITHHELD = "ce_withheld";

    /** The W3C trace context, carried unchanged from the door to the last topic. */
    public static final String TRACE_PARENT = "traceparent";

    private static final String SPEC_VERSION = "ce_specversion";
    private static final byte[] SPEC_1_0 = "1.0".getBytes(UTF_8);
    private static final String CONTENT_TYPE = "content-type";
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private static final Header SPEC = new RecordHeader(SPEC_VERSION, SPEC_1_0);
    private static final Header CONTENT = new RecordHeader(CONTENT_TYPE, JSON);
    private static final int OWN = 6;

    private CloudEventHeaders() {}

    /** Replaces the event's own attributes; a trace context that is there stays. */
    public static void write(Headers headers, String id, String source, String type, Instant time) {
        set(headers, SPEC_VERSION, SPEC_1_0);
        set(headers, CONTENT_TYPE, JSON);
        set(headers, ID, id.getBytes(UTF_8));
        set(headers, SOURCE, source.getBytes(UTF_8));
        set(headers, TYPE, type.getBytes(UTF_8));
        set(headers, TIME, IsoTime.write(time).getBytes(UTF_8));
    }

    /**
     * The attributes of a new event, for a record that has no headers yet: nothing has to be looked for and replaced.
     *
     * @param others beside the event's own
     */
    public static List<Header> of(String id, String source, String type, Instant time, List<Header> others) {
        return of(
                id.getBytes(UTF_8),
                source.getBytes(UTF_8),
                type.getBytes(UTF_8),
                IsoTime.write(time).getBytes(UTF_8),
                others);
    }

    /** The same attributes, written already. */
    public static List<Header> of(byte[] id, byte[] source, byte[] type, byte[] time, List<Header> others) {
        List<Header> headers = new ArrayList<>(OWN + others.size());
        headers.add(SPEC);
        headers.add(CONTENT);
        headers.add(new RecordHeader(ID, id));
        headers.add(new RecordHeader(SOURCE, source));
        headers.add(new RecordHeader(TYPE, type));
        headers.add(new RecordHeader(TIME, time));
        headers.addAll(others);
        return headers;
    }

    /**
     * The headers of a new event that follows from another.
     *
     * @param cause the other's; those that the event does not bring itself go on with it, such as its trace context
     * @param own the new event's
     */
    public static Headers following(Headers cause, Header... own) {
        List<Header> headers = new ArrayList<>(OWN + own.length);
        for (Header header : cause) {
            if (!isAmong(own, header.key())) {
                headers.add(header);
            }
        }
        Collections.addAll(headers, own);
        return new RecordHeaders(headers);
    }

    private static boolean isAmong(Header[] headers, String name) {
        for (Header header : headers) {
            if (header.key().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** One attribute. */
    public static Header one(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    /** Sets one attribute. */
    public static void write(Headers headers, String name, String value) {
        set(headers, name, value.getBytes(UTF_8));
    }

    /** An attribute's value, or null when the record lacks it; whoever writes to a topic may give a header none. */
    public static @Nullable String read(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static void set(Headers headers, String name, byte[] value) {
        if (headers.lastHeader(name) != null) {
            headers.remove(name);
        }
        headers.add(name, value);
    }
}

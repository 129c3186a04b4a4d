package org.customervaluesquads.signalservice.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.customervaluesquads.signalservice.intake.BatchReader;
import org.customervaluesquads.signalservice.intake.CloudEvents;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.OwnForm;
import org.jspecify.annotations.Nullable;

/**
 * A record of the inbox, read as the CloudEvents Kafka binding says: in binary mode when its attributes stand in the
 * headers, and else by what its value says of itself.
 */
final class InboxRecord {

    private static final String PREFIX = "ce_";
    private static final String SPEC_VERSION = PREFIX + "specversion";
    private static final String CONTENT_TYPE = "content-type";
    private static final String TOO_LARGE = "is larger than %,d bytes".formatted(Limits.SIGNAL_BYTES_MAX);

    private InboxRecord() {}

    static Offered offered(Headers headers, byte @Nullable [] value) {
        byte[] body = value == null ? new byte[0] : value;
        if (body.length > Limits.SIGNAL_BYTES_MAX) {
            return BatchReader.whole(TOO_LARGE, body);
        }
        boolean binary = headers.lastHeader(SPEC_VERSION) != null && !isStructured(headers);
        return binary ? bounded(CloudEvents.binary(attributes(headers), body)) : OwnForm.read(body);
    }

    /** What a record is offered as that no reading could make anything of. */
    static Offered unjudged(byte @Nullable [] value) {
        return BatchReader.whole("could not be judged, by a fault of the service", value == null ? new byte[0] : value);
    }

    /** Headers have no bound of their own, and what the log cannot keep would come again for ever. */
    private static Offered bounded(Offered event) {
        return event.original().length() > Limits.SIGNAL_BYTES_MAX
                ? BatchReader.whole(TOO_LARGE, event.original().getBytes(UTF_8))
                : event;
    }

    private static boolean isStructured(Headers headers) {
        String type = text(headers.lastHeader(CONTENT_TYPE));
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(CloudEvents.STRUCTURED);
    }

    private static Map<String, String> attributes(Headers headers) {
        Map<String, String> attributes = new TreeMap<>();
        for (Header header : headers) {
            String value = text(header);
            if (value != null && header.key().startsWith(PREFIX)) {
                attributes.put(header.key().substring(PREFIX.length()), value);
            } else if (value != null && header.key().equals(CONTENT_TYPE)) {
                attributes.put("datacontenttype", value);
            }
        }
        return attributes;
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}

package org.customervaluesquads.contracts;

import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The W3C trace context, as the header of that name has it. Whoever writes to a topic can write anything there. */
public final class TraceParent {

    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /** Whether a text is one. */
    public static boolean isValid(@Nullable String text) {
        return text != null && VALID.matcher(text).matches();
    }

    /** That of a record; null when it has none that is valid. */
    public static @Nullable String in(Headers headers) {
        String text = CloudEventHeaders.read(headers, CloudEventHeaders.TRACE_PARENT);
        return isValid(text) ? text : null;
    }
}

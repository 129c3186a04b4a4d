package org.customervaluesquads.signalservice.intake;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.customervaluesquads.contracts.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of a request, as its header has it. What it begins here has no span of its own: the service
 * carries a trace and keeps none, so that it needs nobody to send spans to.
 */
public final class TraceContext {

    private static final String NOT_SAMPLED = "00";

    private TraceContext() {}

    /** The caller's, if it is valid; or else one that begins here. */
    public static String continued(@Nullable String traceParent, RandomGenerator random) {
        return traceParent != null && TraceParent.isValid(traceParent) ? traceParent : begun(random);
    }

    private static String begun(RandomGenerator random) {
        HexFormat hex = HexFormat.of();
        // The lowest bit keeps both from being all zeros, which stands for none.
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-" + NOT_SAMPLED;
    }
}

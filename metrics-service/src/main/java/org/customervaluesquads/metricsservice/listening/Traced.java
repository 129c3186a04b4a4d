package org.customervaluesquads.metricsservice.listening;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something with the W3C trace context that it came with, or follows from.
 *
 * @param traceParent as the header has it; null when there is none
 */
public record Traced<T>(T its, @Nullable String traceParent) {

    /** Something that follows from no request that could be told. */
    public static <T> Traced<T> untraced(T its) {
        return new Traced<>(its, null);
    }

    /** Something else of the same trace. */
    public <U> Traced<U> map(Function<T, U> mapping) {
        return new Traced<>(mapping.apply(its), traceParent);
    }
}

package org.customervaluesquads.squadservice.outbox.rest;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of the request that is being answered. */
@RequestScoped
public class TraceContext {

    private @Nullable String parent;

    /** The {@code traceparent} of the request, if it had a valid one. */
    public @Nullable String parent() {
        return parent;
    }

    void continueFrom(String traceParent) {
        this.parent = traceParent;
    }
}

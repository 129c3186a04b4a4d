package org.customervaluesquads.squadservice.outbox.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.regex.Pattern;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes the trace context from a request; anything else under that header is not passed on. */
final class TraceFilter {

    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final TraceContext context;

    TraceFilter(TraceContext context) {
        this.context = context;
    }

    @ServerRequestFilter
    void takeTraceParent(ContainerRequestContext request) {
        String traceParent = request.getHeaderString(CloudEventHeaders.TRACE_PARENT);
        if (traceParent != null && TRACE_PARENT.matcher(traceParent).matches()) {
            context.continueFrom(traceParent);
        }
    }
}

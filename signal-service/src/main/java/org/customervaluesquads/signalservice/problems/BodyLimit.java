package org.customervaluesquads.signalservice.problems;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.customervaluesquads.signalservice.intake.Limits;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses a body by its announced length before it is read. */
final class BodyLimit {

    @ServerRequestFilter(preMatching = true)
    void refuseWhatNoDoorTakes(ContainerRequestContext request) {
        @Nullable String announced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > Limits.BATCH_BYTES_MAX) {
            throw Problems.tooLarge("the body is larger than %,d bytes".formatted(Limits.BATCH_BYTES_MAX));
        }
    }
}

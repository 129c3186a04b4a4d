package org.customervaluesquads.signalservice.problems;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.customervaluesquads.signalservice.intake.Limits;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body that no door takes by its announced length, before it is read; each door sees to its real one. */
final class BodyLimit {

    @ServerRequestFilter(preMatching = true)
    void refuseWhatIsAnnouncedTooLarge(ContainerRequestContext request) {
        if (request.getLength() > Limits.BATCH_BYTES_MAX) {
            throw Problems.tooLarge("the body is larger than %,d bytes".formatted(Limits.BATCH_BYTES_MAX));
        }
    }
}

package org.customervaluesquads.signalservice.problems;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import org.customervaluesquads.signalservice.intake.Limits;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body that no door takes by its announced length, before it is read; each door sees to its real one. */
final class BodyLimit {

    @ServerRequestFilter(preMatching = true)
    void refuseWhatIsAnnouncedTooLarge(HttpServerRequest request) {
        String announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // the server has looked that it is a number
        if (announced != null && Long.parseLong(announced) > Limits.BATCH_BYTES_MAX) {
            throw Problems.tooLarge("the body is larger than %,d bytes".formatted(Limits.BATCH_BYTES_MAX));
        }
    }
}

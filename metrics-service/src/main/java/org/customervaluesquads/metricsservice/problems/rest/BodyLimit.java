package org.customervaluesquads.metricsservice.problems.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.problems.TooLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers whoever announces a body that is too long, before the HTTP server does: it would close the line without a word of
 * why.
 */
@ApplicationScoped
class BodyLimit {

    private static final String SERVERS = "quarkus.http.limits.max-body-size";

    /** So long may whoever does not wait for the answer go on sending, so that the line is not broken off before it is read. */
    private static final Duration CLOSED_AFTER = Duration.ofSeconds(2);

    private final long most;
    private final byte[] problem;

    BodyLimit(MetricsSettings settings, @ConfigProperty(name = SERVERS) MemorySize servers, ObjectMapper json)
            throws JsonProcessingException {
        this.most = settings.answering().longestBody().asLongValue();
        if (most >= servers.asLongValue()) {
            throw new IllegalArgumentException("squads.answering.longest-body has to be less than " + SERVERS);
        }
        this.problem = json.writeValueAsBytes(ProblemView.of(
                Response.Status.REQUEST_ENTITY_TOO_LARGE, String.valueOf(new TooLong(most).getMessage()), List.of()));
    }

    void limit(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::letPass);
    }

    private void letPass(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= most) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemView.MEDIA_TYPE)
                .end(Buffer.buffer(problem))
                .onComplete(answered -> request.vertx()
                        .setTimer(
                                CLOSED_AFTER.toMillis(),
                                late -> request.request().connection().close()));
        // What still comes is passed over.
        request.request().resume();
    }
}

package org.customervaluesquads.metricsservice.problems.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.problems.TooLong;

/**
 * Answers whoever announces a body that is too long, before the HTTP server does: it would close the line without a word of
 * why.
 */
@ApplicationScoped
class BodyLimit {

    private final long most;
    private final byte[] problem;

    BodyLimit(MetricsSettings settings, ObjectMapper json) throws JsonProcessingException {
        this.most = settings.answering().longestBody().asLongValue();
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
                // What follows is not read, so nothing else can be asked on this line.
                .onComplete(answered -> request.request().connection().close());
    }
}

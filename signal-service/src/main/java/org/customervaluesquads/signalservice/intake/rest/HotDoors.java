package org.customervaluesquads.signalservice.intake.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.topology.CatchingUp;
import org.jspecify.annotations.Nullable;

/**
 * A shorter way to the two doors that most signals come through: plain JSON of a length that is announced goes from the
 * server's own route to {@link SignalsResource}, past the layers of a REST framework, which a small request feels. All else that comes to
 * these doors takes the usual way and is answered there.
 */
@ApplicationScoped
class HotDoors {

    /** Before the routes of the REST framework. */
    private static final int FIRST = -1;

    private static final String ANYTHING = "*/*";
    private static final String WRITTEN = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    private final SignalsResource signals;
    private final CatchingUp catchingUp;
    private final ObjectMapper problems;

    HotDoors(SignalsResource signals, CatchingUp catchingUp, ObjectMapper problems) {
        this.signals = signals;
        this.catchingUp = catchingUp;
        this.problems = problems;
    }

    void open(@Observes Router router) {
        router.post("/signals").order(FIRST).handler(at -> enter(at, Limits.SIGNAL_BYTES_MAX, false, signals::one));
        router.post("/signals/batch")
                .order(FIRST)
                .handler(at -> enter(at, Limits.BATCH_BYTES_MAX, true, signals::batch));
    }

    private void enter(
            RoutingContext at,
            int bytesMax,
            boolean takesLines,
            BiFunction<byte[], HttpServerRequest, CompletionStage<Response>> door) {
        HttpServerRequest request = at.request();
        if (!catchingUp.isCaughtUp() || !isPlain(request, takesLines) || !isWithin(bytesMax, request)) {
            at.next();
            return;
        }
        var _ = request.body().onSuccess(body -> take(body.getBytes(), at, door));
        // The server has it wait until somebody reads it.
        request.resume();
    }

    private void take(
            byte[] body, RoutingContext at, BiFunction<byte[], HttpServerRequest, CompletionStage<Response>> door) {
        try {
            var _ = door.apply(body, at.request())
                    .whenComplete((answer, failure) -> answer(at.response(), answer, failure));
        } catch (HttpProblem refused) {
            answer(at.response(), atPlace(refused, at.normalizedPath()).toResponse(), null);
        }
    }

    /** As the REST framework completes what is thrown. */
    private static HttpProblem atPlace(HttpProblem refused, String path) {
        return HttpProblem.builder(refused).withInstance(URI.create(path)).build();
    }

    private static boolean isPlain(HttpServerRequest request, boolean takesLines) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return type != null
                && (isJson(type) || (takesLines && SignalsResource.isLines(type)))
                && request.getHeader(HttpHeaders.CONTENT_ENCODING) == null
                && (accepted == null || accepted.contains(ANYTHING) || accepted.contains(MediaType.APPLICATION_JSON));
    }

    private static boolean isJson(String type) {
        return type.equals(MediaType.APPLICATION_JSON)
                || type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON + ";");
    }

    private static boolean isWithin(int bytesMax, HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length != null && Long.parseLong(length) <= bytesMax;
        } catch (NumberFormatException notOne) {
            return false;
        }
    }

    private void answer(HttpServerResponse to, @Nullable Response answer, @Nullable Throwable failure) {
        if (answer == null) {
            Log.error("a request could not be answered", failure);
            answer(
                    to,
                    HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR).toResponse(),
                    null);
            return;
        }
        to.setStatusCode(answer.getStatus());
        answer.getStringHeaders().forEach(to::putHeader);
        if (answer.getEntity() instanceof byte[] written) {
            to.putHeader(HttpHeaders.CONTENT_TYPE, WRITTEN);
            to.end(Buffer.buffer(written));
        } else {
            to.end(Buffer.buffer(written(answer.getEntity())));
        }
    }

    private byte[] written(Object problem) {
        try {
            return problems.writeValueAsBytes(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem cannot be written as JSON", impossible);
        }
    }
}

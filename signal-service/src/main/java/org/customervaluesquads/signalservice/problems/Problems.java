package org.customervaluesquads.signalservice.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.time.Duration;
import java.util.List;
import org.customervaluesquads.contracts.SignalRejected.Reason;

/** The problem documents that this service's own refusals are answered with; the extension sees to all others. */
public final class Problems {

    private static final int UNPROCESSABLE = 422;
    private static final int RETRY_AFTER_SECONDS = 1;

    private static final String KEY_ASKED_FOR = "Basic realm=\"signals\", Bearer realm=\"signals\"";

    private Problems() {}

    /** 400: the body is not what the door takes. */
    public static HttpProblem malformed(String detail) {
        return of(Status.BAD_REQUEST, detail, List.of(new Reason("", detail)));
    }

    /** 422: readable, but refused for these reasons. */
    public static HttpProblem refused(String detail, List<Reason> errors) {
        return HttpProblem.builder()
                .withStatus(UNPROCESSABLE)
                .withTitle("Unprocessable Content")
                .withDetail(detail)
                .with("errors", errors)
                .build();
    }

    /** 400: refused for these reasons, for clients that know 422 not. */
    public static HttpProblem refusedAsBad(String detail, List<Reason> errors) {
        return of(Status.BAD_REQUEST, detail, errors);
    }

    /** 413: larger than the door takes. */
    public static HttpProblem tooLarge(String detail) {
        return of(Status.REQUEST_ENTITY_TOO_LARGE, detail, List.of(new Reason("", detail)));
    }

    /** 415: in a form that the door does not know. */
    public static HttpProblem unsupported(String field, String reason) {
        return of(Status.UNSUPPORTED_MEDIA_TYPE, field + " " + reason, List.of(new Reason(field, reason)));
    }

    /** 404: there is no such thing. */
    public static HttpProblem notFound(String detail) {
        return of(Status.NOT_FOUND, detail, List.of());
    }

    /** 409: it cannot be done to what is there. */
    public static HttpProblem conflict(String detail) {
        return of(Status.CONFLICT, detail, List.of());
    }

    /** 401: a write key is missing, or opens nothing. */
    public static HttpProblem unauthorized(String detail) {
        return HttpProblem.builder()
                .withStatus(Status.UNAUTHORIZED)
                .withTitle(Status.UNAUTHORIZED.getReasonPhrase())
                .withDetail(detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, KEY_ASKED_FOR)
                .build();
    }

    /** 429: more than the source may send; to be sent again after the wait. */
    public static HttpProblem throttled(String detail, Duration wait) {
        return HttpProblem.builder()
                .withStatus(Status.TOO_MANY_REQUESTS)
                .withTitle(Status.TOO_MANY_REQUESTS.getReasonPhrase())
                .withDetail(detail)
                .withHeader(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(RETRY_AFTER_SECONDS, wait.plusMillis(999).toSeconds()))
                .build();
    }

    /** 503: the log or the topology is not there; to be tried again. */
    public static HttpProblem unavailable(String detail) {
        return HttpProblem.builder()
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withTitle(Status.SERVICE_UNAVAILABLE.getReasonPhrase())
                .withDetail(detail)
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static HttpProblem of(StatusType status, String detail, List<Reason> errors) {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withStatus(status)
                .withTitle(status.getReasonPhrase())
                .withDetail(detail);
        return errors.isEmpty()
                ? problem.build()
                : problem.with("errors", errors).build();
    }
}

package org.customervaluesquads.squadservice.problems;

import io.netty.handler.codec.http.HttpResponseStatus;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a request was not done, as RFC 9457 has it.
 *
 * @param type {@value #NO_TYPE}: the status and the errors say it all
 * @param title what the status is called
 * @param errors which fields were refused, and why
 */
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String NO_TYPE = "about:blank";

    /** A problem that is no single field's. */
    public static Problem of(int status, String detail) {
        return new Problem(NO_TYPE, HttpResponseStatus.valueOf(status).reasonPhrase(), status, detail, List.of());
    }

    /** The problem with one more field that was refused. */
    public Problem with(String field, String reason) {
        return new Problem(
                type,
                title,
                status,
                detail,
                Stream.concat(errors.stream(), Stream.of(new FieldError(field, reason)))
                        .toList());
    }

    /** The answer that tells of it. */
    public Response asResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    /** The exception that ends a request with it. */
    public WebApplicationException asException() {
        return new WebApplicationException(detail, asResponse());
    }
}

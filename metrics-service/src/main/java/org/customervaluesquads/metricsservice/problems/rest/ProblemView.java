package org.customervaluesquads.metricsservice.problems.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem document of RFC 9457, with a list that names each wrong field. */
@Schema(description = "A problem (RFC 9457); errors name each wrong field.")
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of a status, with the wrong fields. */
    static ProblemView of(Response.StatusType status, String detail, List<FieldError> errors) {
        return new ProblemView("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, errors);
    }
}

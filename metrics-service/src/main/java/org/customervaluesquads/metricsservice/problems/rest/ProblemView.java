package org.customervaluesquads.metricsservice.problems.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {}

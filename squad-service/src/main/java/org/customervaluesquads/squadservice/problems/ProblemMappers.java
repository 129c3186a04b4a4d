package org.customervaluesquads.squadservice.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.netty.handler.codec.http.HttpResponseStatus;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ends a request early into a problem document. */
final class ProblemMappers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMappers.class);

    private static final int RETRY_AFTER_SECONDS = 1;
    private static final int CAUSES_MAX = 20;

    /** What every resource calls the parameter that takes the body. */
    private static final String BODY = "request";

    @ServerExceptionMapper
    Response refused(WebApplicationException refusal) {
        if (refusal.getCause() instanceof JsonProcessingException unreadable) {
            return JsonProblems.of(unreadable).asResponse();
        }
        Response answer = refusal.getResponse();
        if (answer.getEntity() instanceof Problem) {
            return answer;
        }
        return Problem.of(answer.getStatus(), detail(answer.getStatus())).asResponse();
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatch) {
        return JsonProblems.of(mismatch).asResponse();
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException unreadable) {
        return JsonProblems.of(unreadable).asResponse();
    }

    @ServerExceptionMapper
    Response violated(ConstraintViolationException violations) {
        List<FieldError> errors = violations.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::reason))
                .toList();
        Problem problem = Problem.of(400, "Some of what was sent does not meet what is asked of it.");
        return new Problem(problem.type(), problem.title(), problem.status(), problem.detail(), errors).asResponse();
    }

    @ServerExceptionMapper
    Response failed(Exception bug) {
        if (waitedInVainForTheDatabase(bug)) {
            LOG.atWarn().log("no database connection in time");
            return Response.fromResponse(
                            Problem.of(503, "The database is busy; try again.").asResponse())
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        LOG.atError().setCause(bug).log("request failed");
        return Problem.of(500, "The service failed; what happened is in its log.")
                .asResponse();
    }

    /** The pool says it in words alone. */
    private static boolean waitedInVainForTheDatabase(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(cause -> cause instanceof SQLException
                        && String.valueOf(cause.getMessage()).contains("acquisition timeout"));
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing under this path.";
            case 405 -> "This path does not take this method.";
            case 406 -> "This path answers with JSON only.";
            case 415 -> "This path takes JSON: Content-Type must be application/json.";
            default -> HttpResponseStatus.valueOf(status).reasonPhrase();
        };
    }

    /** The path within the body or the name of the parameter, without the method that was called. */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder field = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            boolean isBody =
                    node.getKind() == ElementKind.PARAMETER && node.getName().equals(BODY);
            if (node.getKind() != ElementKind.METHOD && !isBody) {
                append(field, node);
            }
        }
        return field.toString();
    }

    private static void append(StringBuilder field, Path.Node node) {
        if (node.isInIterable() && node.getIndex() != null) {
            field.append('[').append(node.getIndex()).append(']');
        }
        if (node.getKind() == ElementKind.CONTAINER_ELEMENT) {
            return;
        }
        field.append(field.isEmpty() ? "" : ".").append(node.getName());
    }
}

package org.customervaluesquads.metricsservice.problems.rest;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.customervaluesquads.metricsservice.database.Statements.DatabaseFailed;
import org.customervaluesquads.metricsservice.problems.Busy;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.NothingThere;
import org.customervaluesquads.metricsservice.problems.OutdatedVersion;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.customervaluesquads.metricsservice.problems.TooLong;
import org.customervaluesquads.metricsservice.problems.UnknownSquad;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a problem document of everything that goes wrong over HTTP. */
class ProblemMappers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMappers.class);
    private static final int TRY_AGAIN_SECONDS = 5;

    @ServerExceptionMapper
    Response refused(RefusedRequest refused) {
        return problem(Response.Status.BAD_REQUEST, "the request cannot be answered as it is", refused.errors());
    }

    @ServerExceptionMapper
    Response unknown(UnknownSquad unknown) {
        return problem(Response.Status.NOT_FOUND, String.valueOf(unknown.getMessage()), List.of());
    }

    @ServerExceptionMapper
    Response nothingThere(NothingThere nothing) {
        return problem(Response.Status.NOT_FOUND, String.valueOf(nothing.getMessage()), List.of());
    }

    @ServerExceptionMapper
    Response outdated(OutdatedVersion outdated) {
        Response.Status status =
                outdated.isNamed() ? Response.Status.PRECONDITION_FAILED : Response.Status.PRECONDITION_REQUIRED;
        return problem(status, String.valueOf(outdated.getMessage()), List.of());
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException notFound) {
        return problem(Response.Status.NOT_FOUND, "there is nothing here", List.of());
    }

    @ServerExceptionMapper
    Response refusedByTheFramework(WebApplicationException refused) {
        Response.StatusType status = refused.getResponse().getStatusInfo();
        return problem(status, status.getReasonPhrase(), List.of());
    }

    @ServerExceptionMapper
    Response databaseAway(DatabaseFailed failed) {
        LOG.atError().setCause(failed).log("database failed");
        return later("the numbers cannot be read just now");
    }

    @ServerExceptionMapper
    Response busy(Busy busy) {
        return later(String.valueOf(busy.getMessage()));
    }

    @ServerExceptionMapper
    Response tooLong(TooLong body) {
        return problem(Response.Status.REQUEST_ENTITY_TOO_LARGE, String.valueOf(body.getMessage()), List.of());
    }

    private static Response later(String why) {
        return Response.fromResponse(problem(Response.Status.SERVICE_UNAVAILABLE, why, List.of()))
                .header(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response bug(Throwable bug) {
        LOG.atError().setCause(bug).log("request failed");
        return problem(Response.Status.INTERNAL_SERVER_ERROR, "the failure has been logged", List.of());
    }

    private static Response problem(Response.StatusType status, String detail, List<FieldError> errors) {
        return Response.status(status)
                .type(ProblemView.MEDIA_TYPE)
                .entity(ProblemView.of(status, detail, errors))
                .build();
    }
}

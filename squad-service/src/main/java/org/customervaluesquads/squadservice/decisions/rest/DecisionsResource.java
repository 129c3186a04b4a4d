package org.customervaluesquads.squadservice.decisions.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.decisions.Deciding;
import org.customervaluesquads.squadservice.decisions.Decision;
import org.customervaluesquads.squadservice.decisions.Decisions;
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.idempotency.rest.Writes;
import org.customervaluesquads.squadservice.paging.PageLimit;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /decisions}: those that are to be reviewed, and what is said of each. */
@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "decisions", description = "what was decided, under which right, on what evidence, and what came of it")
public class DecisionsResource {

    private final Writes writes;
    private final Decisions decisions;
    private final Deciding deciding;
    private final Owners owners;

    DecisionsResource(Writes writes, Decisions decisions, Deciding deciding, Owners owners) {
        this.writes = writes;
        this.decisions = decisions;
        this.deciding = deciding;
        this.owners = owners;
    }

    /** Lists the decisions that are to be reviewed. */
    @GET
    @Transactional
    @Operation(summary = "List the decisions that are to be reviewed by a day, a page at a time, those due first first")
    public PageView<DecisionView> due(
            @QueryParam("reviewDue") @NotNull ReviewDue reviewDue,
            @QueryParam("after") @Nullable DueAfter after,
            @QueryParam("limit") @DefaultValue(PageLimit.USUAL) PageLimit limit) {
        return DueAfter.page(decisions.due(reviewDue.by(), DueAfter.dueOf(after), limit.rows() + 1), limit);
    }

    /** Shows a decision. */
    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Show a decision with all that was said of it")
    public Response show(@PathParam("id") UUID id) {
        return decisions
                .find(id)
                .map(DecisionAnswers::shown)
                .orElseThrow(() -> DecisionAnswers.noSuchDecision().asException());
    }

    /** Corrects a decision. */
    @POST
    @Path("/{id}/corrections")
    @Operation(
            summary = "Write down what stands in the place of a decision that was wrong",
            description = "The answer is the new decision; the old one stays, and names it. If-Match is the version of"
                    + " the old one.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "correction", value = DecisionRequest.EXAMPLE)))
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid DecisionRequest request) {
        return writes.answer("correct/" + id, key, request, correction -> {
            Decision wrong = DecisionAnswers.writtenOr(deciding.toCorrect(id, ExpectedVersion.required(expected)));
            return DecisionAnswers.created(
                    deciding.correct(correction, wrong, owners.checked(wrong.squadId(), request)));
        });
    }

    /** Agrees to a proposal, or refuses it. */
    @POST
    @Path("/{id}/agreement")
    @Operation(summary = "Agree to a proposal, or refuse it, as the one who must agree")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "agreement", value = AgreementRequest.EXAMPLE)))
    public Response agree(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid AgreementRequest request) {
        return writes.answer(
                "agree/" + id,
                key,
                request,
                _ -> DecisionAnswers.to(deciding.agree(
                        id, ExpectedVersion.required(expected), request.by(), request.agrees(), request.comment())));
    }

    /** Reviews a decision. */
    @POST
    @Path("/{id}/reviews")
    @Operation(summary = "Write down what came of a decision, and when to look again")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "review", value = ReviewRequest.EXAMPLE)))
    public Response review(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid ReviewRequest request) {
        return writes.answer(
                "review/" + id,
                key,
                request,
                _ -> DecisionAnswers.to(deciding.review(
                        id,
                        ExpectedVersion.required(expected),
                        request.by(),
                        request.outcome(),
                        request.nextReviewOn())));
    }
}

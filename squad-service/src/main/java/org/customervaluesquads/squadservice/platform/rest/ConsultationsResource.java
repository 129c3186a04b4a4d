package org.customervaluesquads.squadservice.platform.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.idempotency.rest.Writes;
import org.customervaluesquads.squadservice.paging.PageQuery;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.platform.Consultation;
import org.customervaluesquads.squadservice.platform.Consultation.State;
import org.customervaluesquads.squadservice.platform.ConsultationOutcome;
import org.customervaluesquads.squadservice.platform.Consultations;
import org.customervaluesquads.squadservice.platform.ConsultingSquads;
import org.customervaluesquads.squadservice.platform.rest.ConsultationRequest.AnswerRequest;
import org.customervaluesquads.squadservice.platform.rest.ConsultationRequest.TriageRequest;
import org.customervaluesquads.squadservice.problems.Choices;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /platform/requests}: what squads ask of the central platforms. */
@Path("/platform/requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "platform")
public class ConsultationsResource {

    private final Writes writes;
    private final ConsultingSquads consultingSquads;
    private final Consultations consultations;

    ConsultationsResource(Writes writes, ConsultingSquads consultingSquads, Consultations consultations) {
        this.writes = writes;
        this.consultingSquads = consultingSquads;
        this.consultations = consultations;
    }

    /** Asks for something. */
    @POST
    @Operation(
            summary = "Have a squad ask the central platforms for something",
            description = "The squad takes note of it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "request", value = ConsultationRequest.EXAMPLE)))
    public Response raise(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @NotNull @Valid ConsultationRequest request) {
        return writes.answer(
                "ask-platform",
                key,
                request,
                id -> ConsultationAnswers.created(consultingSquads.raise(id, request.squadId(), request.wanted())));
    }

    /** Lists requests. */
    @GET
    @Transactional
    @Operation(summary = "List requests, of a squad or in a state, a page at a time, in the order of asking")
    public PageView<ConsultationView> list(
            @QueryParam("squad") @Nullable UUID squad,
            @QueryParam("state") @Nullable String state,
            @BeanParam PageQuery page) {
        State wanted = Choices.read(State.class, "state", state);
        return page.of((after, most) -> consultations.page(squad, wanted, after, most), Consultation::id)
                .shown(ConsultationView::of);
    }

    /** Shows a request. */
    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Show a request")
    public Response show(@PathParam("id") UUID id) {
        return consultations
                .find(id)
                .map(ConsultationAnswers::shown)
                .orElseThrow(() -> ConsultationAnswers.problem(new ConsultationOutcome.NoSuchRequest())
                        .asException());
    }

    /** Looks at a request. */
    @PUT
    @Path("/{id}/triage")
    @Operation(summary = "Say how urgent a request is and who of the central team sees to it")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "triage", value = TriageRequest.EXAMPLE)))
    public Response triage(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid TriageRequest request) {
        return ConsultationAnswers.to(consultingSquads.triage(
                id, ExpectedVersion.required(expected), request.priority(), request.owner(), request.note()));
    }

    /** Answers a request. */
    @PUT
    @Path("/{id}/answer")
    @Operation(summary = "Answer a request for good", description = "Somebody must have looked at it before.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "answer", value = AnswerRequest.EXAMPLE)))
    public Response answer(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid AnswerRequest request) {
        return ConsultationAnswers.to(
                consultingSquads.answer(id, ExpectedVersion.required(expected), request.verdict(), request.answer()));
    }
}

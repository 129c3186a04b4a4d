package org.customervaluesquads.squadservice.people.rest;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.idempotency.rest.Writes;
import org.customervaluesquads.squadservice.paging.PageQuery;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.people.AddingPeople;
import org.customervaluesquads.squadservice.people.ChangingPeople;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.people.PersonOutcome;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.customervaluesquads.squadservice.versions.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /people}: who can be in squads. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "people", description = "who can be in squads, what they can do and what their day costs")
public class PeopleResource {

    static final String EXAMPLE = """
            {"name": "Ada Martin", "department": "finance", "functionalLead": "Grace Weber", "region": "GB",
             "skills": [{"skill": "sql", "level": 4}], "costRate": {"amount": 480.00, "currency": "GBP"}}""";

    private final Writes writes;
    private final AddingPeople addingPeople;
    private final ChangingPeople changingPeople;
    private final People people;
    private final Clock clock;

    PeopleResource(
            Writes writes, AddingPeople addingPeople, ChangingPeople changingPeople, People people, Clock clock) {
        this.writes = writes;
        this.addingPeople = addingPeople;
        this.changingPeople = changingPeople;
        this.people = people;
        this.clock = clock;
    }

    /** Makes a person known. */
    @POST
    @Operation(summary = "Make a person known")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "person", value = EXAMPLE)))
    public Response add(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key, @NotNull @Valid PersonRequest request) {
        return writes.answer("add-person", key, request, id -> {
            Person person =
                    addingPeople.add(id, request.profile(), request.costRate().money());
            return Versioned.created("/people/" + id, person.version(), view(person));
        });
    }

    /** Lists people. */
    @GET
    @Transactional
    @Operation(summary = "List people, a page at a time, in the order in which they were made known")
    public PageView<PersonView> list(@Valid @BeanParam PeopleQuery request, @BeanParam PageQuery page) {
        return page.of((after, most) -> people.page(request.filter(), after, most), Person::id)
                .shown(this::view);
    }

    /** Shows a person. */
    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Show a person")
    public Response show(@PathParam("id") UUID id) {
        return people.find(id).map(this::answer).orElseThrow(() -> nobody().asException());
    }

    /** Changes a person. */
    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Change a person",
            description = "A changed cost rate holds from today on, and publishes the person's squads anew.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "person", value = EXAMPLE)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid PersonRequest request) {
        var outcome = changingPeople.change(
                id,
                ExpectedVersion.required(expected),
                request.profile(),
                request.costRate().money());
        return switch (outcome) {
            case PersonOutcome.Done(Person person) -> answer(person);
            case PersonOutcome.Nobody() -> nobody().asResponse();
            case PersonOutcome.Outdated(long version) ->
                ExpectedVersion.stale(version).asResponse();
        };
    }

    private Response answer(Person person) {
        return Versioned.ok(person.version(), view(person));
    }

    private PersonView view(Person person) {
        return PersonView.of(person, LocalDate.now(clock));
    }

    private static Problem nobody() {
        return Problem.of(404, "There is no such person.");
    }
}

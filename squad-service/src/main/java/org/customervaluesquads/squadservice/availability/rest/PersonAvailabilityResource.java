package org.customervaluesquads.squadservice.availability.rest;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /people/{id}/availability}: how much of one person's time is free. */
@Path("/people/{id}/availability")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class PersonAvailabilityResource {

    private final People people;
    private final AvailabilityViews views;

    PersonAvailabilityResource(People people, AvailabilityViews views) {
        this.people = people;
        this.views = views;
    }

    /** Shows a person's free time. */
    @GET
    @Transactional
    @Operation(summary = "Show how much of a person's time is free, from today on")
    public AvailabilityView show(@PathParam("id") UUID id) {
        Person person = people.find(id)
                .orElseThrow(() -> Problem.of(404, "There is no such person.").asException());
        return views.of(List.of(person)).getFirst();
    }
}

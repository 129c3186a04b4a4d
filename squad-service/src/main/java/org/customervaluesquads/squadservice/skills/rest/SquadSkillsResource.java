package org.customervaluesquads.squadservice.skills.rest;

import static java.util.stream.Collectors.toMap;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.people.Skill;
import org.customervaluesquads.squadservice.skills.RefiningSkills;
import org.customervaluesquads.squadservice.skills.SkillCatalogue;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.SquadOutcome;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.rest.SquadAnswers;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.customervaluesquads.squadservice.versions.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /squads/{id}/skills}: what is asked of a squad, and what it lacks. */
@Path("/squads/{id}/skills")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "skills")
public class SquadSkillsResource {

    private final SkillCatalogue catalogue;
    private final RefiningSkills refiningSkills;
    private final Squads squads;
    private final People people;
    private final Clock clock;

    SquadSkillsResource(
            SkillCatalogue catalogue, RefiningSkills refiningSkills, Squads squads, People people, Clock clock) {
        this.catalogue = catalogue;
        this.refiningSkills = refiningSkills;
        this.squads = squads;
        this.people = people;
        this.clock = clock;
    }

    /** Shows what is asked of a squad. */
    @GET
    @Transactional
    @Operation(
            summary = "Show which skills are asked of a squad, and which it lacks",
            description = "For each skill: who asked for it, how many people meet it, how many are missing, and how "
                    + "near the best of the others is. Counted are the people who are in the squad or will be.")
    public Response show(@PathParam("id") UUID id) {
        return answer(SquadAnswers.requireThere(squads.find(id)));
    }

    /** Refines what is asked of a squad. */
    @PUT
    @Transactional
    @Operation(
            summary = "Refine which skills are asked of a squad",
            description = "The list replaces the squad's own one before, and stands above the central team's: another "
                    + "level or number, a further skill, or none of it with 0 people. If-Match names the squad's "
                    + "version, which rises.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "skills", value = RequirementsRequest.EXAMPLE)))
    public Response refine(
            @PathParam("id") UUID id,
            @HeaderParam(ExpectedVersion.HEADER) @Nullable ExpectedVersion expected,
            @NotNull @Valid RequirementsRequest request) {
        var outcome = refiningSkills.refine(id, ExpectedVersion.required(expected), request.requirements());
        return switch (outcome) {
            case SquadOutcome.Done(Squad squad, var joined) -> answer(squad);
            case SquadOutcome.Refused refused -> SquadAnswers.problem(refused).asResponse();
        };
    }

    private Response answer(Squad squad) {
        return Versioned.ok(squad.version(), SquadSkillsView.of(squad, catalogue.askedOf(squad), team(squad)));
    }

    private Map<UUID, List<Skill>> team(Squad squad) {
        List<UUID> members = squad.members(LocalDate.now(clock)).stream()
                .map(Membership::personId)
                .toList();
        return people.named(members).values().stream()
                .collect(toMap(
                        person -> person.id(), person -> person.profile().skills(), (one, same) -> one, TreeMap::new));
    }
}

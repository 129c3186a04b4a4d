package org.customervaluesquads.squadservice.people.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.idempotency.rest.IdempotencyKey;
import org.customervaluesquads.squadservice.idempotency.rest.Writes;
import org.customervaluesquads.squadservice.people.AddingPeople;
import org.customervaluesquads.squadservice.people.rest.ImportView.VerdictView;
import org.customervaluesquads.squadservice.people.rest.PersonLine.Reading;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /people/import}: many people from a file. */
@Path("/people/import")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(ImportResource.CSV)
@Tag(name = "people")
public class ImportResource {

    static final String CSV = "text/csv";

    private static final String EXAMPLE = """
            name,department,functionalLead,region,skills,costRate,currency
            Ada Martin,finance,Grace Weber,GB,sql:4;design:2,480.00,GBP
            Bob Ito,sales,,JP,negotiation:5,52000,JPY
            """;

    private final Validator validator;
    private final Writes writes;
    private final AddingPeople addingPeople;

    ImportResource(Validator validator, Writes writes, AddingPeople addingPeople) {
        this.validator = validator;
        this.writes = writes;
        this.addingPeople = addingPeople;
    }

    /** Makes the people of a file known. The rows that say a person are kept together, or none is when that fails. */
    @POST
    @Transactional
    @Operation(
            summary = "Make many people known",
            description = "Answers one verdict a row, in order: a row that is refused does not cost the others. "
                    + "At most " + PeopleFile.MOST_ROWS + " rows. Sent again under one key, each row stands for the "
                    + "person that it made known before; a row that is corrected needs a key of its own.")
    @RequestBody(content = @Content(mediaType = CSV, examples = @ExampleObject(name = "people", value = EXAMPLE)))
    public ImportView add(@HeaderParam(IdempotencyKey.HEADER) @Nullable IdempotencyKey key, @NotNull String request) {
        List<VerdictView> verdicts = PeopleFile.read(request).rows().stream()
                .map(line -> verdict(line, key))
                .toList();
        return ImportView.of(verdicts);
    }

    private VerdictView verdict(PersonLine line, @Nullable IdempotencyKey key) {
        return switch (line.reading(validator)) {
            case Reading.Refused(var errors) -> VerdictView.rejected(line.row(), errors);
            case Reading.Told(PersonRequest person) -> VerdictView.accepted(line.row(), added(person, line.row(), key));
        };
    }

    private UUID added(PersonRequest person, int row, @Nullable IdempotencyKey key) {
        return writes.id(
                "import-person/" + row,
                key,
                person,
                "/people/",
                id -> addingPeople.add(id, person.profile(), person.costRate().money()));
    }
}

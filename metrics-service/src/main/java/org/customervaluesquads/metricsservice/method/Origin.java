package org.customervaluesquads.metricsservice.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.customervaluesquads.contracts.SquadEventRecorded;

/**
 * Where a squad comes from that was begun from a playbook.
 *
 * @param parentId the squad whose playbook it is
 * @param generation one more than the parent's
 */
public record Origin(String squadId, String playbookId, String parentId, long generation) {

    private static final String REPLICATED = "squad.replicated";

    /** The origin that an event tells of, if it does. */
    public static Optional<Origin> in(SquadEventRecorded event) {
        JsonNode details = event.details();
        return event.event().equals(REPLICATED) && details.path("playbookId").isTextual()
                ? Optional.of(new Origin(
                        event.squadId(),
                        details.path("playbookId").textValue(),
                        details.path("parentId").asText(),
                        details.path("generation").asLong(1)))
                : Optional.empty();
    }
}

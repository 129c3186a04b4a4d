package org.customervaluesquads.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Something that happened to a squad, on {@link Topics#SQUAD_EVENTS}.
 *
 * @param version the squad's version after it
 * @param event what happened, such as {@code squad.formed} or {@code member.joined}
 * @param details what an event of this name has to say
 */
public record SquadEventRecorded(
        String eventId, String squadId, long version, String event, Instant occurredAt, JsonNode details) {}

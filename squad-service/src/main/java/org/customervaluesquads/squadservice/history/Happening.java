package org.customervaluesquads.squadservice.history;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a squad.
 *
 * @param version the squad's version after it
 * @param event what the world calls it, such as {@code cycle.started}
 * @param details what the world is told of it, as something that can be written as JSON
 */
public record Happening(UUID squadId, long version, String event, Instant occurredAt, Object details) {}

package org.customervaluesquads.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered producer of signals, on {@link Topics#SOURCES}.
 *
 * @param silo the department system whose facts it brings
 * @param channel the channel of signals that name none
 * @param region the region of signals that name none
 * @param mapping the JSLT template that makes signals of the source's own events
 */
public record SourceRegistered(
        String sourceId,
        String silo,
        @Nullable String channel,
        @Nullable String region,
        @Nullable String mapping,
        Instant changedAt) {}

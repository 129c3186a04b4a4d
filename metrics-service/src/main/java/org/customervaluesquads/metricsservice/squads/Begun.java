package org.customervaluesquads.metricsservice.squads;

import java.time.Instant;
import org.customervaluesquads.contracts.Scope;

/** A squad as far as it is needed to tell what it has moved: where, and since when. */
public record Begun(String squadId, Scope scope, Instant formedAt) {}

package org.customervaluesquads.squadservice.formations;

import org.customervaluesquads.squadservice.squads.Mission;

/**
 * What somebody wanted proposals for.
 *
 * @param alternatives how many proposals at most
 * @param seed the same seed and the same people give the same proposals
 */
public record Commission(Mission mission, Brief brief, int alternatives, long seed) {}

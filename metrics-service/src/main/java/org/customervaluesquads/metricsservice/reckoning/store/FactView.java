package org.customervaluesquads.metricsservice.reckoning.store;

import java.util.List;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.squads.Squad;

/**
 * Which facts of a squad are looked at.
 *
 * @param windows begin and end with a full hour, and do not overlap
 */
public record FactView(Squad squad, List<Window> windows) {}

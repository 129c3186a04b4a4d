package org.customervaluesquads.metricsservice.reckoning.store;

import java.util.List;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.squads.Squad;

/**
 * Which facts of a squad are looked at.
 *
 * @param windows full hours, or several together; or the parts of days as {@link
 *     org.customervaluesquads.metricsservice.calendars.Calendar#partsOf} has them
 */
public record FactView(Squad squad, List<Window> windows) {}

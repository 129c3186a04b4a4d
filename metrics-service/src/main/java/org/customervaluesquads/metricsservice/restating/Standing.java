package org.customervaluesquads.metricsservice.restating;

import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;

/**
 * A metric of a squad as it stands.
 *
 * @param revision rises by one with each restatement
 */
public record Standing(Window window, Reckoned reckoned, long revision) {}

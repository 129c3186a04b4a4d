package org.customervaluesquads.metricsservice.restating;

import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.reckoning.Window;

/**
 * A metric of a squad as it stands.
 *
 * @param revision rises by one with each restatement
 */
public record Standing(Window window, Reckoned reckoned, long revision) {}

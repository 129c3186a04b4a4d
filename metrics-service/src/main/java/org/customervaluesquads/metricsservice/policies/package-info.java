/** Targets, thresholds and time zones that layers of policies set for squads. */
@NullMarked
package org.customervaluesquads.metricsservice.policies;

import org.jspecify.annotations.NullMarked;

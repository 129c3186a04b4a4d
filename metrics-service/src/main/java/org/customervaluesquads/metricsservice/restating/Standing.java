package org.customervaluesquads.metricsservice.restating;

import java.util.List;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;

/**
 * A metric of a squad as it stands.
 *
 * @param revision rises by one with each restatement
 */
public record Standing(Window window, Reckoned reckoned, long revision) {

    /** The message that tells of it. */
    public SquadMetricRestated restated(String squadId) {
        return new SquadMetricRestated(
                squadId,
                reckoned.metric(),
                reckoned.unit(),
                reckoned.direction(),
                window.grain().word(),
                window.start(),
                window.end(),
                reckoned.value(),
                reckoned.lower(),
                reckoned.upper(),
                reckoned.numerator(),
                reckoned.denominator(),
                reckoned.facts(),
                reckoned.silos(),
                List.copyOf(reckoned.newestBySilo().values()),
                reckoned.asOf(),
                revision);
    }
}

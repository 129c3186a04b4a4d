package org.customervaluesquads.metricsservice.streaming;

import org.customervaluesquads.contracts.SquadMetricRestated;

/** What a listener hears. */
public sealed interface Heard {

    /**
     * A value that stands, or has just been restated.
     *
     * @param position from which a listener goes on who has heard it
     */
    record Value(SquadMetricRestated metric, Position position) implements Heard {}

    /** Nothing new, but the line is open. */
    record Heartbeat() implements Heard {}

    /** The end, and why. */
    record Dropped(String reason) implements Heard {}
}

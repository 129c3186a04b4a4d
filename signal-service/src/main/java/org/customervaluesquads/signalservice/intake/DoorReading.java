package org.customervaluesquads.signalservice.intake;

import java.util.List;
import org.customervaluesquads.contracts.SignalRejected;

/** How a door reads what came to it, for what it refused to be judged again: as of now, with the mapping of now. */
public interface DoorReading {

    /** Whether this reads what came to that door. */
    boolean isOf(String door);

    /** What the original is offered as now; empty when it means nothing any more. */
    List<Offered> read(SignalRejected refused);
}

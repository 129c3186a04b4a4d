package org.customervaluesquads.squadservice.people;

import java.time.LocalDate;
import java.util.UUID;

/** Whoever has to know at once, in the same transaction, that a person's cost rate is another. */
public interface CostChanges {

    /** The person's working day costs something else from the day on. */
    void costRateChanged(UUID personId, LocalDate since);
}

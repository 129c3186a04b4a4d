package org.customervaluesquads.squadservice.policies;

import java.util.List;
import org.customervaluesquads.squadservice.squads.SquadOutcome;

/** How a request to set policies ended. */
public sealed interface PolicyOutcome {

    /** The layer is as it was wished; {@code changed} tells whether it was not so before. */
    record Done(PolicyLayer layer, boolean changed) implements PolicyOutcome {}

    /** The layer has changed since it was read. */
    record Outdated(long version) implements PolicyOutcome {}

    /** Some of the values are locked by more general layers. */
    record Locked(List<Lock> locks) implements PolicyOutcome {}

    /** The squad does not take note of it. */
    record RefusedBySquad(SquadOutcome.Refused reason) implements PolicyOutcome {}

    /** A value, by its place among those wished, and what locks it. */
    record Lock(int place, Layer by, String value) {}
}

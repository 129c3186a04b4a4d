package org.customervaluesquads.signalservice.intake;

import java.util.List;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.jspecify.annotations.Nullable;

/** What became of one signal at a door. */
public sealed interface Verdict {

    /** The signal in its flat form, with what its source adds. */
    record Accepted(SignalRecorded signal) implements Verdict {}

    /**
     * A refusal with at least one reason.
     *
     * @param id the id it came with, if it could be read
     * @param source the source it named, if it could be read
     */
    record Rejected(@Nullable String id, @Nullable String source, List<Reason> reasons) implements Verdict {}
}

package org.customervaluesquads.squadservice.cycles;

import java.util.UUID;

/**
 * How many cycles of a squad may fail within a span of days: failing is how it learns.
 *
 * @param version 0 while nobody has set it
 */
public record FailureBudget(UUID squadId, long version, int mostFailed, int days) {

    private static final int USUAL_MOST_FAILED = 3;
    private static final int USUAL_DAYS = 90;

    /** The budget of a squad for which nobody has set another. */
    public static FailureBudget usual(UUID squadId) {
        return new FailureBudget(squadId, 0, USUAL_MOST_FAILED, USUAL_DAYS);
    }

    /** The same squad with another budget. */
    public FailureBudget changed(int most, int within) {
        return new FailureBudget(squadId, version + 1, most, within);
    }
}

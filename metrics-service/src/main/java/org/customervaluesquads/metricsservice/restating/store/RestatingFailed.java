package org.customervaluesquads.metricsservice.restating.store;

import java.util.List;

/** One squad's numbers could not be brought up to the facts this time. */
public final class RestatingFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised: it ends at the loop
    private final List<String> squadIds;

    RestatingFailed(List<String> squadIds, RuntimeException cause) {
        super("squads could not be restated: " + squadIds, cause);
        this.squadIds = List.copyOf(squadIds);
    }

    /** Whose turn it was. */
    public List<String> squadIds() {
        return squadIds;
    }
}

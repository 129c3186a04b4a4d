package org.customervaluesquads.metricsservice.restating.store;

/** One squad's numbers could not be brought up to the facts this time. */
public final class RestatingFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String squadId;

    RestatingFailed(String squadId, RuntimeException cause) {
        super("squad " + squadId + " could not be restated", cause);
        this.squadId = squadId;
    }

    String squadId() {
        return squadId;
    }
}

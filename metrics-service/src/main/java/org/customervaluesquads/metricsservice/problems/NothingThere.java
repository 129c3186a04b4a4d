package org.customervaluesquads.metricsservice.problems;

/** A request for something that is not there. */
public final class NothingThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NothingThere(String detail) {
        super(detail);
    }
}

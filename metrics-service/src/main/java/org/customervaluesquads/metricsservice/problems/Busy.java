package org.customervaluesquads.metricsservice.problems;

/** A request for which there is no room just now; on its way out to its problem document. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Busy(String why) {
        super(why);
    }
}

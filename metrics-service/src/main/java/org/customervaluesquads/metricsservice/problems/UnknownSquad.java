package org.customervaluesquads.metricsservice.problems;

/** A request for a squad that nobody has published. */
public final class UnknownSquad extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownSquad(String squadId) {
        super("no squad is known as " + squadId);
    }
}

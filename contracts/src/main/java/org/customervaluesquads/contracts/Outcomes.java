package org.customervaluesquads.contracts;

import java.util.Set;

/** The types of signals that are results: the doors' catalogue names the same, and the ledger keeps each one. */
public final class Outcomes {

    public static final Set<String> TYPES = Set.of(
            "order.completed",
            "order.cancelled",
            "opportunity.changed",
            "subscription.renewed",
            "subscription.expanded",
            "subscription.churned",
            "ticket.opened",
            "ticket.resolved",
            "survey.answered",
            "spend.recorded",
            "experiment.exposed");

    private Outcomes() {}

    /** Whether the signal is a result. */
    public static boolean include(SignalRecorded signal) {
        return TYPES.contains(signal.type());
    }
}

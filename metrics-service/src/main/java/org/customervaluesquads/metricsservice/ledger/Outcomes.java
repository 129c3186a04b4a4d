package org.customervaluesquads.metricsservice.ledger;

import java.util.Set;
import org.customervaluesquads.contracts.SignalRecorded;

/** Which signals are results, and so are kept one by one. */
public final class Outcomes {

    private static final Set<String> TYPES = Set.of(
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

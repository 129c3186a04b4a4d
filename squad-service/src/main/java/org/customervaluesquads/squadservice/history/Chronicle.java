package org.customervaluesquads.squadservice.history;

import org.customervaluesquads.squadservice.outbox.Outbox;

/** Where everything that happens to a squad is written down, for those who ask later and for the world. */
public interface Chronicle {

    /**
     * Writes it down, and leaves it for {@code squad-events}, in this transaction. Whoever calls this holds the squad,
     * so that what happened to one squad stands in order.
     */
    Outbox.Cause record(Happening happening);
}

package org.customervaluesquads.metricsservice.customers;

import java.util.ArrayList;
import java.util.List;

/**
 * A union of sets of customers that takes in one set after the other; a single set is passed on as it is. Sets wait until
 * they are asked for, since the union of sets that are all known is made in a table of the right size.
 */
public final class UnitingCustomers {

    /** When more sets wait they become one, so that what waits does not grow with their number. */
    private static final int WAITING_MAX = 64;

    private final List<Customers> waiting = new ArrayList<>(1);

    /** Takes in one more set. */
    public void add(Customers set) {
        if (set.isEmpty()) {
            return;
        }
        if (waiting.size() == WAITING_MAX) {
            unite();
        }
        waiting.add(set);
    }

    /** Whoever is in at least one of the sets. */
    public Customers united() {
        if (waiting.size() > 1) {
            unite();
        }
        return waiting.isEmpty() ? Customers.NOBODY : waiting.getFirst();
    }

    private void unite() {
        Customers united = Customers.united(waiting);
        waiting.clear();
        waiting.add(united);
    }
}

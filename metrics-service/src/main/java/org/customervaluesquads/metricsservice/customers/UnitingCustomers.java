package org.customervaluesquads.metricsservice.customers;

import org.apache.datasketches.theta.ThetaSetOperation;
import org.apache.datasketches.theta.ThetaUnion;
import org.jspecify.annotations.Nullable;

/** A union of sets of customers that takes in one set after the other; a single set is passed on as it is. */
public final class UnitingCustomers {

    private Customers first = Customers.NOBODY;
    private @Nullable ThetaUnion union;

    /** Takes in one more set. */
    public void add(Customers set) {
        if (set.isEmpty()) {
            return;
        }
        if (first.isEmpty()) {
            first = set;
            return;
        }
        ThetaUnion uniting = union;
        if (uniting == null) {
            uniting = ThetaSetOperation.builder()
                    .setNominalEntries(Customers.NOMINAL_ENTRIES)
                    .buildUnion();
            first.addTo(uniting);
            union = uniting;
        }
        set.addTo(uniting);
    }

    /** Whoever is in at least one of the sets. */
    public Customers united() {
        return union == null ? first : Customers.of(union.getResult(false, null));
    }
}

package org.customervaluesquads.metricsservice.customers;

import java.lang.foreign.MemorySegment;
import org.apache.datasketches.common.ResizeFactor;
import org.apache.datasketches.theta.UpdatableThetaSketch;

/**
 * A set of customers that takes in one after the other. Between two of them it is packed as the sketch's own hash
 * table: reading and writing it is a copy of memory, where the compact form would be sorted anew for each customer.
 */
public final class GrowingCustomers {

    private GrowingCustomers() {}

    /** The packed set of nobody. */
    public static byte[] none() {
        return UpdatableThetaSketch.builder()
                .setNominalEntries(Customers.NOMINAL_ENTRIES)
                .setResizeFactor(ResizeFactor.X2)
                .build()
                .toByteArray();
    }

    /** The packed set with one more customer, who may be in it already. */
    public static byte[] plus(byte[] packed, String customerId) {
        UpdatableThetaSketch sketch = UpdatableThetaSketch.heapify(MemorySegment.ofArray(packed));
        sketch.update(customerId);
        return sketch.toByteArray();
    }

    /** The set as it is now. */
    public static Customers now(byte[] packed) {
        return Customers.of(UpdatableThetaSketch.heapify(MemorySegment.ofArray(packed)));
    }
}

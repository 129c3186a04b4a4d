package org.customervaluesquads.metricsservice.customers;

import java.util.Collection;
import org.apache.datasketches.common.ResizeFactor;
import org.apache.datasketches.theta.CompactThetaSketch;
import org.apache.datasketches.theta.ThetaSetOperation;
import org.apache.datasketches.theta.ThetaSetOperationBuilder;
import org.apache.datasketches.theta.ThetaSketch;
import org.apache.datasketches.theta.ThetaUnion;
import org.apache.datasketches.theta.UpdatableThetaSketch;

/**
 * A set of customers, as a theta sketch that no longer grows; sets can be united, and united sets count a customer of
 * both once.
 */
public final class Customers {

    /** Sets of up to so many customers are exact. */
    public static final int NOMINAL_ENTRIES = 16_384;

    /** The set of nobody. */
    public static final Customers NOBODY = new Customers(UpdatableThetaSketch.builder()
            .setNominalEntries(NOMINAL_ENTRIES)
            .build()
            .compact());

    private static final int NOMINAL_ENTRIES_MIN = 16;

    private final CompactThetaSketch sketch;

    private Customers(CompactThetaSketch sketch) {
        this.sketch = sketch;
    }

    /** The set that {@link #packed()} wrote. */
    public static Customers unpack(byte[] packed) {
        return new Customers(CompactThetaSketch.wrap(packed));
    }

    /** The set of these. */
    public static Customers named(Iterable<String> customerIds) {
        UpdatableThetaSketch sketch = UpdatableThetaSketch.builder()
                .setNominalEntries(NOMINAL_ENTRIES)
                .build();
        customerIds.forEach(sketch::update);
        return of(sketch);
    }

    /** Not sorted, as most sets are united or counted and not packed. */
    static Customers of(ThetaSketch sketch) {
        return new Customers(sketch.compact(false, null));
    }

    /** Whoever is in at least one of the sets. */
    public static Customers union(Iterable<Customers> sets) {
        UnitingCustomers uniting = new UnitingCustomers();
        sets.forEach(uniting::add);
        return uniting.united();
    }

    /**
     * The same of a few sets. Where all are exact, none of them can be missed in a table for as many as there are at most: it
     * is made at once in its size. A table that grows is eight times as large each time, and most of it is empty.
     */
    static Customers united(Collection<Customers> sets) {
        int most =
                sets.stream().mapToInt(set -> set.sketch.getRetainedEntries()).sum();
        boolean exact = most <= NOMINAL_ENTRIES && sets.stream().noneMatch(set -> set.sketch.isEstimationMode());
        ThetaSetOperationBuilder sized = exact
                ? ThetaSetOperation.builder()
                        .setNominalEntries(Math.max(most, NOMINAL_ENTRIES_MIN))
                        .setResizeFactor(ResizeFactor.X1)
                : ThetaSetOperation.builder().setNominalEntries(NOMINAL_ENTRIES);
        ThetaUnion union = sized.buildUnion();
        sets.forEach(set -> union.union(set.sketch));
        return of(union.getResult(false, null));
    }

    /** Whoever is in at least two of the sets. */
    public static Customers ofSeveral(Iterable<Customers> sets) {
        UnitingCustomers seen = new UnitingCustomers();
        UnitingCustomers again = new UnitingCustomers();
        for (Customers set : sets) {
            again.add(seen.united().and(set));
            seen.add(set);
        }
        return again.united();
    }

    /** Whoever is in both sets. */
    public Customers and(Customers other) {
        return new Customers(ThetaSetOperation.builder().buildIntersection().intersect(sketch, other.sketch));
    }

    /** Whoever is in this set and not in the other. */
    public Customers without(Customers other) {
        return new Customers(ThetaSetOperation.builder().buildANotB().aNotB(sketch, other.sketch));
    }

    /** How many there are, with the bounds of 95 % where the set is too large to be exact. */
    public Estimate count() {
        return sketch.isEstimationMode()
                ? Estimate.between(
                        Math.floor(sketch.getLowerBound(2)),
                        Math.rint(sketch.getEstimate()),
                        Math.ceil(sketch.getUpperBound(2)))
                : Estimate.exactly(sketch.getRetainedEntries());
    }

    /** Whether nobody is in it. */
    public boolean isEmpty() {
        return sketch.isEmpty();
    }

    /** How many bytes it takes. */
    public long bytes() {
        return sketch.getCurrentBytes();
    }

    /** The set in as few bytes as it needs; an exact set always in the same ones. */
    public byte[] packed() {
        return sketch.compact(true, null).toByteArray();
    }
}

package org.customervaluesquads.metricsservice.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.datasketches.theta.UpdatableThetaSketch;
import org.junit.jupiter.api.Test;

class CustomersTest {

    @Test
    void countsACustomerSeenTwiceOnce() {
        byte[] once = GrowingCustomers.plus(GrowingCustomers.none(), "ann");

        Customers customers = GrowingCustomers.now(GrowingCustomers.plus(once, "ann"));

        assertThat(customers(customers)).isEqualTo("1 1 1");
    }

    @Test
    void isExactUpToItsNominalEntries() {
        Customers customers = counting(0, Customers.NOMINAL_ENTRIES);

        assertThat(customers.count()).isEqualTo(Estimate.exactly(Customers.NOMINAL_ENTRIES));
    }

    @Test
    void boundsALargeSet() {
        Customers customers = counting(0, 200_000);

        Estimate count = customers.count();

        assertThat(count.lower()).isLessThan(count.value());
        assertThat(count.upper()).isGreaterThan(count.value());
        assertThat(count.value().doubleValue()).isBetween(195_000.0, 205_000.0);
    }

    @Test
    void unitesSetsThatOverlap() {
        Customers one = counting(0, 60);
        Customers other = Customers.unpack(counting(40, 100).packed());

        Customers united = Customers.union(List.of(one, Customers.NOBODY, other));

        assertThat(customers(united)).isEqualTo("100 100 100");
    }

    @Test
    void unitesManySetsAsIfTheyHadBeenOne() {
        int setsMany = 200;
        List<Customers> overlapping = IntStream.range(0, setsMany)
                .mapToObj(set -> counting(set * 30, set * 30 + 90))
                .toList();

        Customers united = Customers.union(overlapping);

        Customers whole = counting(0, setsMany * 30 + 60);
        assertThat(customers(united)).isEqualTo(customers(whole));
        assertThat(united.packed()).isEqualTo(whole.packed());
    }

    @Test
    void isExactUpToItsNominalEntriesWhenUnited() {
        int half = Customers.NOMINAL_ENTRIES / 2;

        Customers united = Customers.union(List.of(counting(0, half), counting(half, Customers.NOMINAL_ENTRIES)));

        assertThat(united.count()).isEqualTo(Estimate.exactly(Customers.NOMINAL_ENTRIES));
    }

    @Test
    void estimatesAUnionWithALargeSet() {
        Customers united = Customers.union(List.of(counting(199_950, 200_050), counting(0, 200_000)));

        Estimate count = united.count();
        assertThat(count.lower()).isLessThan(count.value());
        assertThat(count.value().doubleValue()).isBetween(195_000.0, 205_000.0);
    }

    @Test
    void isEmptyOfNobody() {
        assertThat(Customers.union(List.of(Customers.NOBODY, Customers.NOBODY)).isEmpty())
                .isTrue();
    }

    private static Customers counting(int from, int to) {
        UpdatableThetaSketch sketch = UpdatableThetaSketch.builder()
                .setNominalEntries(Customers.NOMINAL_ENTRIES)
                .build();
        IntStream.range(from, to).forEach(customer -> sketch.update("customer-" + customer));
        return Customers.of(sketch);
    }

    private static String customers(Customers customers) {
        Estimate count = customers.count();
        return count.lower() + " " + count.value() + " " + count.upper();
    }
}

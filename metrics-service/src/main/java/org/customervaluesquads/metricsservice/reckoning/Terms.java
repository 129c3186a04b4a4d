package org.customervaluesquads.metricsservice.reckoning;

import java.util.List;
import java.util.stream.Stream;
import org.customervaluesquads.metricsservice.customers.Estimate;

/** Measures added and taken away. */
public record Terms(List<Measure> plus, List<Measure> minus) {

    /** All measures that take part. */
    public Stream<Measure> measures() {
        return Stream.concat(plus.stream(), minus.stream());
    }

    Estimate sum(Parted tallies, String part) {
        Estimate sum = Estimate.ZERO;
        for (Measure measure : plus) {
            sum = sum.plus(tallies.made(measure, part));
        }
        for (Measure measure : minus) {
            sum = sum.minus(tallies.made(measure, part));
        }
        return sum;
    }
}

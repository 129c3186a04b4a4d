package org.customervaluesquads.squadservice.cycles;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    /** As computed with the tools of a shell: sha256sum of {@code calls-1/13085}, its first 16 digits modulo 10,000. */
    static final int BUCKET_OF_13085 = 9_361;

    private static final int CUSTOMERS = 100_000;

    /** What chi-square exceeds once in a thousand samples, with two degrees of freedom. */
    private static final double CRITICAL = 13.82;

    private static final List<Variant> VARIANTS =
            List.of(new Variant("as before", 50), new Variant("called", 30), new Variant("written", 20));

    @Test
    void isEvenByTheChiSquareTest() {
        for (String salt : List.of("calls-1", "calls-2", "b2f1c8de")) {
            Map<Variant, Long> observed = IntStream.range(0, CUSTOMERS)
                    .mapToObj(number ->
                            Assignment.of("customer-" + number, salt, VARIANTS).variant())
                    .collect(groupingBy(variant -> variant, Collectors.counting()));

            double chiSquare = VARIANTS.stream()
                    .mapToDouble(variant -> {
                        double expected = CUSTOMERS * variant.share() / 100.0;
                        return Math.pow(observed.get(variant) - expected, 2) / expected;
                    })
                    .sum();

            assertThat(chiSquare).as(salt).isLessThan(CRITICAL);
        }
    }

    @Test
    void isIndependentOfAnotherSalt() {
        List<Variant> halves = List.of(new Variant("a", 50), new Variant("b", 50));
        long both = IntStream.range(0, CUSTOMERS)
                .mapToObj(Integer::toString)
                .filter(id -> Assignment.of(id, "one", halves).variant().name().equals("a"))
                .filter(id -> Assignment.of(id, "two", halves).variant().name().equals("a"))
                .count();

        double deviations = (both - CUSTOMERS / 4.0) / Math.sqrt(CUSTOMERS * 0.25 * 0.75);

        assertThat(Math.abs(deviations)).isLessThan(3.3);
    }

    @Test
    void isTheSameWhoeverComputesIt() {
        assertThat(Assignment.of("13085", "calls-1", VARIANTS).bucket()).isEqualTo(BUCKET_OF_13085);
    }
}

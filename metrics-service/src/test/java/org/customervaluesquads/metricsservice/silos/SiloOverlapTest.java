package org.customervaluesquads.metricsservice.silos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.silos.SiloOverlap.Part;
import org.junit.jupiter.api.Test;

class SiloOverlapTest {

    @Test
    void putsEachCustomerIntoThePartOfAllSilosThatSeeIt() {
        List<Part> parts = SiloOverlap.of(new TreeMap<>(Map.of(
                "sales", Customers.named(List.of("ann", "bob", "cem", "dan")),
                "service", Customers.named(List.of("bob", "cem", "eve")),
                "marketing", Customers.named(List.of("cem", "eve", "fay", "gus", "hal")))));

        Map<String, String> sizes = parts.stream()
                .collect(Collectors.toMap(
                        part -> String.join("+", part.silos()),
                        part -> part.customers().value().toPlainString()));
        assertThat(sizes)
                .isEqualTo(Map.of(
                        "sales", "2",
                        "sales+service", "1",
                        "marketing+sales+service", "1",
                        "marketing+service", "1",
                        "marketing", "3"));
        assertThat(parts.getFirst().silos()).containsExactly("marketing");
    }

    @Test
    void estimatesPartsOfLargeSetsWithinTheirBounds() {
        List<String> shop = IntStream.range(0, 60_000).mapToObj(i -> "c" + i).toList();
        List<String> desk =
                IntStream.range(30_000, 90_000).mapToObj(i -> "c" + i).toList();

        List<Part> parts =
                SiloOverlap.of(new TreeMap<>(Map.of("shop", Customers.named(shop), "desk", Customers.named(desk))));

        assertThat(parts).hasSize(3).allSatisfy(part -> {
            assertThat(part.customers().lower().intValue()).isLessThanOrEqualTo(30_000);
            assertThat(part.customers().upper().intValue()).isGreaterThanOrEqualTo(30_000);
        });
    }

    @Test
    void addsUpToAllCustomersHoweverTheyAreSpread() {
        Random random = new Random(5);
        TreeMap<String, List<String>> seen = new TreeMap<>();
        for (String silo : List.of("a", "b", "c", "d", "e")) {
            seen.put(
                    silo,
                    random.ints(400, 0, 900)
                            .mapToObj(Integer::toString)
                            .distinct()
                            .toList());
        }
        TreeMap<String, Customers> sets = new TreeMap<>();
        seen.forEach((silo, customers) -> sets.put(silo, Customers.named(customers)));

        int together = SiloOverlap.of(sets).stream()
                .mapToInt(part -> part.customers().value().intValue())
                .sum();

        assertThat(together)
                .isEqualTo(
                        seen.values().stream().flatMap(List::stream).distinct().count());
    }
}

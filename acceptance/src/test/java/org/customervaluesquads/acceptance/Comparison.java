package org.customervaluesquads.acceptance;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The check itself: what squads are shown beside the plain sum of what clients were told was accepted. */
final class Comparison {

    private final Company company;
    private final Traffic accepted;
    private final Map<String, Set<String>> regionsBySquad;

    /** A comparison for squads, each with the regions of its scope. */
    Comparison(Company company, Traffic accepted, Map<String, Set<String>> regionsBySquad) {
        this.company = company;
        this.accepted = accepted;
        this.regionsBySquad = regionsBySquad;
    }

    /** A measure of a squad that is not what it must be. */
    record Difference(String squad, String measure, BigDecimal accepted, BigDecimal counted) {

        boolean isCountedTooOften() {
            return counted.compareTo(accepted) > 0;
        }
    }

    /** Every measure of every squad that differs now. */
    List<Difference> differences() throws IOException {
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<String, Set<String>> squad : regionsBySquad.entrySet()) {
            Map<String, BigDecimal> counted = company.totalsOf(squad.getKey());
            accepted.expectedFor(squad.getValue()).forEach((measure, sum) -> {
                BigDecimal shown = counted.getOrDefault(measure, BigDecimal.ZERO);
                if (shown.compareTo(sum) != 0) {
                    differences.add(new Difference(squad.getKey(), measure, sum, shown));
                }
            });
        }
        return differences;
    }
}

package org.customervaluesquads.metricsservice.silos;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.reckoning.Reckoning;
import org.customervaluesquads.metricsservice.reckoning.Tally;
import org.jspecify.annotations.Nullable;

/** What a squad's metrics would be without the facts of one silo. */
public final class SiloShare {

    private SiloShare() {}

    /**
     * A metric that would be another one.
     *
     * @param without absent when there would be none
     */
    public record Lacking(
            String metric,
            String unit,
            @Nullable BigDecimal value,
            @Nullable BigDecimal without) {}

    /** The metrics that would lack something, in the order in which metrics are shown. */
    public static List<Lacking> of(String silo, List<Tally> tallies, Definitions definitions) {
        List<Tally> others = tallies.stream()
                .filter(tally -> !silo.equals(tally.alike().silo()))
                .toList();
        Map<String, Reckoned> without = Reckoning.of(definitions, Grain.TOTAL, others).stream()
                .collect(Collectors.toMap(Reckoned::metric, Function.identity()));
        List<Lacking> lacking = new ArrayList<>();
        for (Reckoned whole : Reckoning.of(definitions, Grain.TOTAL, tallies)) {
            Reckoned rest = without.get(whole.metric());
            if (rest == null || !whole.says(rest)) {
                lacking.add(
                        new Lacking(whole.metric(), whole.unit(), whole.value(), rest == null ? null : rest.value()));
            }
        }
        return lacking;
    }
}

package org.customervaluesquads.metricsservice.reckoning.yaml;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.customervaluesquads.metricsservice.reckoning.Measure;
import org.customervaluesquads.metricsservice.reckoning.Measure.Split;
import org.customervaluesquads.metricsservice.reckoning.Measure.Statistic;
import org.customervaluesquads.metricsservice.reckoning.MetricDefinition;
import org.customervaluesquads.metricsservice.reckoning.Terms;

/** What of a metric does not go together: units, parts, and statistics that do not add up. */
final class UnitsCheck {

    private final MetricDefinition metric;
    private final List<String> reasons = new ArrayList<>();

    private UnitsCheck(MetricDefinition metric) {
        this.metric = metric;
    }

    static List<String> reasonsAgainst(MetricDefinition metric) {
        UnitsCheck check = new UnitsCheck(metric);
        check.units();
        check.parts();
        check.statistics();
        return check.reasons;
    }

    private void units() {
        Set<String> of = units(metric.of());
        Terms divisor = metric.over();
        Set<String> over = divisor == null ? Set.of() : units(divisor);
        refuse(of.size() > 1, "adds different units: " + of);
        refuse(over.size() > 1, "divides by different units: " + over);
        if (of.size() == 1 && over.size() <= 1) {
            String due =
                    of.equals(over) ? MetricDefinition.RATIO : of.iterator().next();
            refuse(!metric.unit().equals(due), "must have the unit " + due + ", since that is what it is made of");
        }
    }

    private static Set<String> units(Terms terms) {
        return terms.measures().map(Measure::unit).collect(Collectors.toCollection(TreeSet::new));
    }

    private void parts() {
        Set<Split> splits = EnumSet.noneOf(Split.class);
        metric.measures().forEach(measure -> splits.add(measure.by()));
        refuse(splits.size() > 1, "mixes measures with different parts");
    }

    private void statistics() {
        List<Measure> all = metric.measures().toList();
        refuse(
                all.size() > 1
                        && all.stream()
                                .anyMatch(measure ->
                                        measure.of() == Statistic.AVERAGE || measure.of() == Statistic.QUANTILE),
                "adds or divides averages or quantiles, which do not add up");
        Terms over = metric.over();
        refuse(
                over != null
                        && all.stream().anyMatch(measure -> measure.of().isOfCustomers())
                        && !(metric.of().minus().isEmpty() && over.minus().isEmpty()),
                "takes away and divides estimated customers, whose bounds would be lost");
    }

    private void refuse(boolean wrong, String reason) {
        if (wrong) {
            reasons.add("metric " + metric.name() + " " + reason);
        }
    }
}

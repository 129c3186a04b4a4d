package org.customervaluesquads.metricsservice.reckoning.yaml;

import static java.util.Objects.requireNonNullElse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.metricsservice.reckoning.Facts;
import org.customervaluesquads.metricsservice.reckoning.Measure;
import org.customervaluesquads.metricsservice.reckoning.Measure.Split;
import org.customervaluesquads.metricsservice.reckoning.Measure.Statistic;
import org.customervaluesquads.metricsservice.reckoning.Measure.Which;
import org.customervaluesquads.metricsservice.reckoning.MetricDefinition;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsYaml.MeasureYaml;
import org.jspecify.annotations.Nullable;

/** Makes measures of what a document holds, and says what is wrong with each. */
final class MeasuresCheck {

    private static final String CUSTOMERS = "customers";

    private final Map<String, String> tactics;
    private final List<String> reasons;

    MeasuresCheck(Map<String, String> tactics, List<String> reasons) {
        this.tactics = Map.copyOf(tactics);
        this.reasons = reasons;
    }

    Map<String, Measure> check(Map<String, MeasureYaml> yaml) {
        Map<String, Measure> measures = new HashMap<>();
        yaml.forEach((name, measure) -> measures.put(name, measure(name, measure)));
        return measures;
    }

    private Measure measure(String name, MeasureYaml yaml) {
        Facts facts = requireNonNullElse(yaml.facts(), Facts.OUTCOMES);
        Statistic of = requireNonNullElse(yaml.of(), Statistic.COUNT);
        Split by = requireNonNullElse(yaml.by(), Split.NOTHING);
        Measure measure = new Measure(
                name,
                new Which(
                        facts,
                        requireNonNullElse(yaml.types(), Set.of()),
                        requireNonNullElse(yaml.silos(), Set.of()),
                        requireNonNullElse(yaml.channels(), Set.of()),
                        requireNonNullElse(yaml.where(), Map.of())),
                of,
                yaml.property(),
                requireNonNullElse(yaml.rank(), 0.0),
                unit(name, of, yaml.unit()),
                by,
                by == Split.TACTIC ? tactics : Map.of());
        refuseUnfit(measure, yaml);
        return measure;
    }

    private String unit(String name, Statistic of, @Nullable String given) {
        String own = switch (of) {
            case AMOUNT -> MetricDefinition.CURRENCY;
            case CUSTOMERS, SHARED -> CUSTOMERS;
            case COUNT, SUM, AVERAGE, QUANTILE -> null;
        };
        refuse(own == null && given == null, name, "lacks its unit");
        refuse(own != null && given != null && !own.equals(given), name, "can only have the unit " + own);
        return requireNonNullElse(own, requireNonNullElse(given, ""));
    }

    private void refuseUnfit(Measure measure, MeasureYaml yaml) {
        String name = measure.name();
        Statistic of = measure.of();
        Facts facts = measure.which().facts();
        refuse(
                of == Statistic.AMOUNT && measure.by() != Split.CURRENCY,
                name,
                "would add amounts of different currencies: it must be by currency");
        refuse(of.needsNumbers() && measure.property() == null, name, "lacks the property whose number it measures");
        refuse(!of.needsNumbers() && measure.property() != null, name, "names a property and measures no number");
        refuse(
                (of == Statistic.QUANTILE) != (yaml.rank() != null),
                name,
                "needs a rank if, and only if, it is a quantile");
        refuse(
                of.isOfCustomers() && (facts == Facts.METHOD || facts == Facts.COSTS),
                name,
                "counts customers of facts that have none");
        refuse(
                facts == Facts.ENGAGEMENT
                        && (of.needsNumbers() || !measure.which().where().isEmpty()),
                name,
                "asks cells for properties, which they do not keep");
        refuse(of == Statistic.COUNT && facts == Facts.COSTS, name, "counts costs, which are no facts");
    }

    private void refuse(boolean wrong, String measure, String reason) {
        if (wrong) {
            reasons.add("measure " + measure + " " + reason);
        }
    }
}

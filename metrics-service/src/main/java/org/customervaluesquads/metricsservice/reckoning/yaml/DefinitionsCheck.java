package org.customervaluesquads.metricsservice.reckoning.yaml;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Direction;
import org.customervaluesquads.metricsservice.reckoning.Grain;
import org.customervaluesquads.metricsservice.reckoning.Measure;
import org.customervaluesquads.metricsservice.reckoning.Measure.Split;
import org.customervaluesquads.metricsservice.reckoning.Measure.Statistic;
import org.customervaluesquads.metricsservice.reckoning.MetricDefinition;
import org.customervaluesquads.metricsservice.reckoning.Terms;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsYaml.MeasureYaml;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsYaml.MetricYaml;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsYaml.TermsYaml;
import org.jspecify.annotations.Nullable;

/** Makes definitions of what the file holds, and gathers everything that is wrong with it. */
final class DefinitionsCheck {

    private static final Set<Grain> KEPT = EnumSet.of(Grain.HOUR, Grain.DAY);

    private final List<String> reasons = new ArrayList<>();
    private final Map<String, Measure> measures = new HashMap<>();

    private DefinitionsCheck() {}

    static Definitions check(DefinitionsYaml file) {
        DefinitionsCheck check = new DefinitionsCheck();
        Objects.requireNonNullElse(file.measures(), Map.<String, MeasureYaml>of())
                .forEach(check::measure);
        List<MetricDefinition> metrics = Objects.requireNonNullElse(file.metrics(), List.<MetricYaml>of()).stream()
                .map(check::metric)
                .toList();
        check.refuse(metrics.isEmpty(), "there are no metrics");
        Set<String> names = new HashSet<>();
        metrics.forEach(metric -> check.refuse(!names.add(metric.name()), "two metrics are named " + metric.name()));
        if (!check.reasons.isEmpty()) {
            throw new InvalidDefinitions(check.reasons);
        }
        return new Definitions(metrics);
    }

    private void measure(String name, MeasureYaml yaml) {
        if (yaml.facts() == null || yaml.of() == null) {
            reasons.add("measure " + name + " lacks facts or of");
            return;
        }
        Split by = Objects.requireNonNullElse(yaml.by(), Split.NOTHING);
        refuse(
                yaml.of() == Statistic.AMOUNT && by != Split.CURRENCY,
                "measure " + name + " would add amounts of different currencies: it must be by currency");
        measures.put(
                name,
                new Measure(name, yaml.facts(), Objects.requireNonNullElse(yaml.types(), Set.of()), yaml.of(), by));
    }

    private MetricDefinition metric(MetricYaml yaml) {
        String name = given(yaml.name(), "a metric lacks its name");
        String lacks = "metric " + name + " lacks its ";
        refuse(name.contains("/"), "metric " + name + " has a slash, behind which a part stands");
        Terms of = terms(name, yaml.plus(), yaml.minus());
        TermsYaml over = yaml.over();
        MetricDefinition metric = new MetricDefinition(
                name,
                given(yaml.description(), lacks + "description"),
                given(yaml.unit(), lacks + "unit"),
                Objects.requireNonNullElse(yaml.direction(), Direction.NONE),
                Objects.requireNonNullElse(yaml.grains(), KEPT),
                of,
                over == null ? null : terms(name, over.plus(), over.minus()),
                yaml.oneCurrency());
        refuse(yaml.direction() == null, lacks + "direction");
        refuse(!KEPT.containsAll(metric.grains()), "metric " + name + " can only be kept by hour and day");
        refuseUnfit(metric);
        return metric;
    }

    private void refuseUnfit(MetricDefinition metric) {
        List<Measure> all = Stream.concat(
                        metric.of().measures(), Stream.ofNullable(metric.over()).flatMap(Terms::measures))
                .toList();
        Set<Split> splits = EnumSet.noneOf(Split.class);
        all.forEach(measure -> splits.add(measure.by()));
        refuse(splits.size() > 1, "metric " + metric.name() + " mixes measures with different parts");
        refuse(
                metric.unit().equals(MetricDefinition.CURRENCY) && !splits.contains(Split.CURRENCY),
                "metric " + metric.name() + " has no currency to be its unit");
        refuse(
                metric.over() != null && all.stream().anyMatch(measure -> measure.of() == Statistic.CUSTOMERS),
                "metric " + metric.name() + " divides estimated customers, whose bounds would be lost");
    }

    private Terms terms(String metric, @Nullable List<String> plus, @Nullable List<String> minus) {
        refuse(plus == null || plus.isEmpty(), "metric " + metric + " adds nothing");
        return new Terms(named(metric, plus), named(metric, minus));
    }

    private List<Measure> named(String metric, @Nullable List<String> names) {
        List<Measure> named = new ArrayList<>();
        for (String name : Objects.requireNonNullElse(names, List.<String>of())) {
            Measure measure = measures.get(name);
            if (measure == null) {
                reasons.add("metric " + metric + " names a measure that is not there: " + name);
            } else {
                named.add(measure);
            }
        }
        return List.copyOf(named);
    }

    private String given(@Nullable String text, String reason) {
        refuse(text == null || text.isBlank(), reason);
        return Objects.requireNonNullElse(text, "");
    }

    private void refuse(boolean wrong, String reason) {
        if (wrong) {
            reasons.add(reason);
        }
    }
}

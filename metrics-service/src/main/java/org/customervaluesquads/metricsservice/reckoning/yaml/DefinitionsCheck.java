package org.customervaluesquads.metricsservice.reckoning.yaml;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Direction;
import org.customervaluesquads.metricsservice.reckoning.Measure;
import org.customervaluesquads.metricsservice.reckoning.MetricDefinition;
import org.customervaluesquads.metricsservice.reckoning.Terms;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsYaml.MetricYaml;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsYaml.TermsYaml;
import org.jspecify.annotations.Nullable;

/** Makes definitions of what a document holds, and gathers everything that is wrong with it. */
final class DefinitionsCheck {

    private final List<String> reasons = new ArrayList<>();
    private final Map<String, Measure> measures;
    private final Map<String, MetricYaml> metrics = new LinkedHashMap<>();

    private DefinitionsCheck(DefinitionsYaml document) {
        measures = new MeasuresCheck(requireNonNullElse(document.tactics(), Map.of()), reasons)
                .check(requireNonNullElse(document.measures(), Map.of()));
        for (MetricYaml metric : requireNonNullElse(document.metrics(), List.<MetricYaml>of())) {
            String name = requireNonNullElse(metric.name(), "");
            refuse(metrics.put(name, metric) != null, "two metrics are named " + name);
            refuse(measures.containsKey(name), "a measure and a metric are both named " + name);
        }
    }

    static Definitions check(DefinitionsYaml document) {
        DefinitionsCheck check = new DefinitionsCheck(document);
        List<MetricDefinition> metrics =
                check.metrics.values().stream().map(check::metric).toList();
        if (check.reasons.isEmpty()) {
            metrics.forEach(metric -> check.reasons.addAll(UnitsCheck.reasonsAgainst(metric)));
        }
        if (!check.reasons.isEmpty()) {
            throw new InvalidDefinitions(List.copyOf(new HashSet<>(check.reasons)));
        }
        return new Definitions(metrics);
    }

    private MetricDefinition metric(MetricYaml yaml) {
        String name = requireNonNullElse(yaml.name(), "");
        TermsYaml over = yaml.over();
        return new MetricDefinition(
                name,
                requireNonNullElse(yaml.description(), ""),
                requireNonNullElse(yaml.unit(), ""),
                requireNonNullElse(yaml.direction(), Direction.NONE),
                requireNonNullElse(yaml.grains(), Grain.KEPT),
                terms(name, new TermsYaml(yaml.plus(), yaml.minus())),
                over == null ? null : terms(name, over),
                yaml.oneCurrency());
    }

    private Terms terms(String metric, TermsYaml yaml) {
        List<Measure> plus = new ArrayList<>();
        List<Measure> minus = new ArrayList<>();
        Gathering gathering = new Gathering(metric, plus, minus);
        gathering.gather(yaml, Set.of(metric));
        return new Terms(List.copyOf(plus), List.copyOf(minus));
    }

    /** Gathers the measures behind names, those of metrics included. */
    private final class Gathering {

        private final String metric;
        private final List<Measure> plus;
        private final List<Measure> minus;

        Gathering(String metric, List<Measure> plus, List<Measure> minus) {
            this.metric = metric;
            this.plus = plus;
            this.minus = minus;
        }

        void gather(TermsYaml terms, Set<String> above) {
            gather(terms.plus(), above, this);
            gather(terms.minus(), above, new Gathering(metric, /* plus= */ minus, /* minus= */ plus));
        }

        private void gather(@Nullable List<String> names, Set<String> above, Gathering into) {
            for (String name : requireNonNullElse(names, List.<String>of())) {
                Measure measure = measures.get(name);
                MetricYaml derivedFrom = metrics.get(name);
                if (measure != null) {
                    into.plus.add(measure);
                } else if (derivedFrom == null) {
                    reasons.add("metric " + metric + " names a measure or metric that is not there: " + name);
                } else if (above.contains(name)) {
                    reasons.add("metric " + metric + " is derived from itself, by way of " + name);
                } else if (derivedFrom.over() != null) {
                    reasons.add("metric " + metric + " adds the ratio " + name + ", which does not add up");
                } else {
                    Set<String> further = new HashSet<>(above);
                    further.add(name);
                    into.gather(new TermsYaml(derivedFrom.plus(), derivedFrom.minus()), further);
                }
            }
        }
    }

    private void refuse(boolean wrong, String reason) {
        if (wrong) {
            reasons.add(reason);
        }
    }
}

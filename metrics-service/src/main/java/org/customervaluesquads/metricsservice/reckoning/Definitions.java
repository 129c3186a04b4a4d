package org.customervaluesquads.metricsservice.reckoning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every metric there is, in the order in which they are shown. */
public record Definitions(List<MetricDefinition> metrics) {

    /** The metrics' names. */
    public Set<String> names() {
        return metrics.stream().map(MetricDefinition::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The metrics by name. */
    public Map<String, MetricDefinition> byName() {
        return metrics.stream().collect(Collectors.toUnmodifiableMap(MetricDefinition::name, Function.identity()));
    }

    /** The labels by which facts of this kind are told apart, in order. */
    public List<String> labels(Facts kind) {
        return sorted(kind, measure -> measure.which().where().keySet().stream());
    }

    /** The numbers that are measured of facts of this kind, by their names, in order. */
    public List<String> numbers(Facts kind) {
        return sorted(kind, measure -> Stream.ofNullable(measure.property()));
    }

    private List<String> sorted(Facts kind, Function<Measure, Stream<String>> names) {
        Set<String> sorted = new TreeSet<>();
        metrics.stream()
                .flatMap(MetricDefinition::measures)
                .filter(measure -> measure.which().facts() == kind)
                .flatMap(names)
                .forEach(sorted::add);
        return List.copyOf(sorted);
    }
}

package org.customervaluesquads.metricsservice.reckoning;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every metric there is, in the order in which they are shown. */
public record Definitions(List<MetricDefinition> metrics) {

    /** The metrics' names. */
    public Set<String> names() {
        return metrics.stream().map(MetricDefinition::name).collect(Collectors.toUnmodifiableSet());
    }
}

package org.customervaluesquads.metricsservice.answering;

import java.util.List;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.reckoning.MetricDefinition;

/**
 * Which metrics, by which grain, in which window, beside what.
 *
 * @param metrics names, whole or before the slash; all, when there are none
 * @param window of the grain that is asked for
 */
public record MetricsQuestion(List<String> metrics, Window window, Compare compare) {

    /** Whether a metric is asked for. */
    public boolean asksFor(String metric) {
        return matches(metrics, metric);
    }

    /** Whether a metric is one of these, by its whole name or the name before the slash. */
    public static boolean matches(List<String> metrics, String metric) {
        return metrics.isEmpty() || metrics.contains(metric) || metrics.contains(MetricDefinition.nameIn(metric));
    }
}

package org.customervaluesquads.metricsservice.answering.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.customervaluesquads.metricsservice.reckoning.Grain;
import org.customervaluesquads.metricsservice.reckoning.Measure;
import org.customervaluesquads.metricsservice.reckoning.MetricDefinition;
import org.customervaluesquads.metricsservice.reckoning.Terms;

/** A metric's definition: measures added and taken away, and those that the sum is divided by. */
public record MetricDefinitionView(
        String name,
        String description,
        String unit,
        String direction,
        List<String> grains,
        List<MeasureView> plus,
        List<MeasureView> minus,
        List<MeasureView> over) {

    /** What is measured of which facts; of facts of all types, when none are named. */
    public record MeasureView(String name, String facts, List<String> types, String of, String by) {

        static MeasureView from(Measure measure) {
            return new MeasureView(
                    measure.name(),
                    word(measure.facts()),
                    measure.types().stream().sorted().toList(),
                    word(measure.of()),
                    word(measure.by()));
        }
    }

    static MetricDefinitionView from(MetricDefinition metric) {
        return new MetricDefinitionView(
                metric.name(),
                metric.description(),
                metric.unit(),
                metric.direction().word(),
                metric.grains().stream().sorted().map(Grain::word).toList(),
                views(metric.of().plus().stream()),
                views(metric.of().minus().stream()),
                views(Optional.ofNullable(metric.over()).stream().flatMap(Terms::measures)));
    }

    private static List<MeasureView> views(Stream<Measure> measures) {
        return measures.map(MeasureView::from).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

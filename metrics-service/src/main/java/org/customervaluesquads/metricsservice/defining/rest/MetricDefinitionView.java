package org.customervaluesquads.metricsservice.defining.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.reckoning.Measure;
import org.customervaluesquads.metricsservice.reckoning.MetricDefinition;
import org.customervaluesquads.metricsservice.reckoning.Terms;
import org.jspecify.annotations.Nullable;

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

    /** What is measured of which facts; of facts of all types, silos and channels, when none are named. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record MeasureView(
            String name,
            String facts,
            List<String> types,
            List<String> silos,
            List<String> channels,
            Map<String, Set<String>> where,
            String of,
            @Nullable String property,
            @Nullable Double rank,
            String unit,
            String by) {

        static MeasureView from(Measure measure) {
            return new MeasureView(
                    measure.name(),
                    word(measure.which().facts()),
                    sorted(measure.which().types()),
                    sorted(measure.which().silos()),
                    sorted(measure.which().channels()),
                    measure.which().where(),
                    word(measure.of()),
                    measure.property(),
                    measure.of() == Measure.Statistic.QUANTILE ? measure.rank() : null,
                    measure.unit(),
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

    private static List<String> sorted(Set<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

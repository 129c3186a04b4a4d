package org.customervaluesquads.metricsservice.answering.rest;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.customervaluesquads.metricsservice.answering.rest.MetricValueView.ComparedView;
import org.jspecify.annotations.Nullable;

/** Values as a table of RFC 4180, a line each. */
final class MetricsCsv {

    private static final String LINE_END = "\r\n";
    private static final List<String> HEADER = List.of(
            "squad",
            "metric",
            "unit",
            "direction",
            "grain",
            "start",
            "end",
            "value",
            "lower",
            "upper",
            "numerator",
            "denominator",
            "facts",
            "silos",
            "as_of",
            "revision",
            "target",
            "threshold",
            "compared_with",
            "compared_start",
            "compared_value");

    private MetricsCsv() {}

    static String of(SquadMetricsView answer) {
        StringBuilder table = new StringBuilder(line(HEADER.toArray()));
        answer.metrics().forEach(value -> table.append(line(answer.squadId(), value)));
        return table.toString();
    }

    private static String line(String squadId, MetricValueView value) {
        ComparedView compared = value.compared();
        return line(
                squadId,
                value.metric(),
                value.unit(),
                value.direction(),
                value.grain(),
                value.start(),
                value.end(),
                value.value(),
                value.lower(),
                value.upper(),
                value.numerator(),
                value.denominator(),
                value.facts(),
                String.join(" ", value.silos()),
                value.asOf(),
                value.revision(),
                value.target(),
                value.threshold(),
                compared == null ? null : compared.with(),
                compared == null ? null : compared.start(),
                compared == null ? null : compared.value());
    }

    private static String line(@Nullable Object... cells) {
        return Arrays.stream(cells).map(MetricsCsv::cell).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String cell(@Nullable Object cell) {
        String text = cell instanceof BigDecimal number ? number.toPlainString() : Objects.toString(cell, "");
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

package org.customervaluesquads.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.customervaluesquads.localstack.demo.FormingSquads.Formed;
import org.customervaluesquads.localstack.intents.IntentLines;

/** What one squad sees, in lines of text. */
record SquadScreen(Formed squad, JsonNode intents, JsonNode totals, JsonNode days) {

    private static final int WIDTH = 100;
    private static final int DAYS_SHOWN = 5;
    private static final int METRIC_COLUMNS = 3;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String title = "── " + squad.charter().name() + " ";
        lines.add("");
        lines.add(title + "─".repeat(WIDTH - title.length()));
        lines.add("   squad " + squad.id());
        lines.add("   Whom to turn to now, and why");
        intents.path("customers").forEach(intent -> lines.addAll(IntentLines.of(intent, "     ")));
        if (intents.path("customers").isEmpty()) {
            lines.add("     nobody stands out");
        }
        lines.add("   The month in numbers");
        lines.addAll(metrics());
        lines.addAll(revenueOfLastDays());
        return lines;
    }

    private List<String> metrics() {
        List<String> cells = StreamSupport.stream(totals.path("metrics").spliterator(), false)
                .filter(metric -> metric.path("value").isNumber())
                .map(metric -> "%-19s %10s".formatted(metric.path("metric").asText(), value(metric)))
                .toList();
        List<String> lines = new ArrayList<>();
        int rows = (cells.size() + METRIC_COLUMNS - 1) / METRIC_COLUMNS;
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder("    ");
            for (int at = row; at < cells.size(); at += rows) {
                line.append(' ').append(cells.get(at)).append(' ');
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private List<String> revenueOfLastDays() {
        Map<String, TreeMap<String, String>> byCurrency = new TreeMap<>();
        for (JsonNode metric : days.path("metrics")) {
            String name = metric.path("metric").asText();
            if (name.startsWith("revenue/") && metric.path("value").isNumber()) {
                String day = metric.path("start").asText().substring(0, "2026-01-01".length());
                byCurrency.computeIfAbsent(name, any -> new TreeMap<>()).put(day, value(metric));
            }
        }
        List<String> lines = new ArrayList<>();
        byCurrency.forEach((name, values) -> {
            StringBuilder line = new StringBuilder("     %-12s".formatted(name));
            values.descendingMap().entrySet().stream()
                    .limit(DAYS_SHOWN)
                    .forEach(
                            day -> line.append("  %s %9s".formatted(day.getKey().substring(5), day.getValue())));
            lines.add(line.toString());
        });
        return lines;
    }

    private static String value(JsonNode metric) {
        BigDecimal value = metric.path("value").decimalValue();
        boolean whole = value.stripTrailingZeros().scale() <= 0 && !isMoney(metric);
        return "%,.2f".formatted(value.setScale(2, RoundingMode.HALF_EVEN)).replaceAll(whole ? "\\.00$" : "$^", "");
    }

    private static boolean isMoney(JsonNode metric) {
        return metric.path("unit").asText().matches("[A-Z]{3}");
    }
}

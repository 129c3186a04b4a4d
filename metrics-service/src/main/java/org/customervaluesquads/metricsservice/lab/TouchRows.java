package org.customervaluesquads.metricsservice.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.customervaluesquads.metricsservice.attribution.Path;

/** Paths from single touches: a customer's, in order of time, up to each outcome; the rest led to none. */
final class TouchRows {

    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();
    private static final double USUAL_WINDOW_DAYS = 30;

    private TouchRows() {}

    private record Touch(Instant at, String player, boolean outcome, double value) {}

    static List<Path> paths(Question question) {
        int customer = question.needed("customer", "customer_id", "user", "user_id", "cookie", "id", "person");
        int time = question.needed("time", "timestamp", "ts", "date", "occurred_at", "at");
        int player = question.needed("channel", "player", "touch", "source", "medium", "silo", "tactic");
        OptionalInt outcome = question.column("conversion", "outcome", "converted", "conversions");
        OptionalInt value = question.column("value", "conversion_value", "revenue", "amount");
        double window = question.number("window-days", USUAL_WINDOW_DAYS, 0.001, 100_000);
        Map<String, List<Touch>> customers = new LinkedHashMap<>();
        for (int row = 0; row < question.rows(); row++) {
            Instant at = Moments.in(question, row, time);
            boolean led = outcome.isPresent() && question.yes(row, outcome.getAsInt());
            double worth = led && value.isPresent() ? question.number(row, value.getAsInt()) : 0;
            customers
                    .computeIfAbsent(question.neededCell(row, customer), its -> new ArrayList<>())
                    .add(new Touch(at, question.cell(row, player), led, worth));
        }
        if (outcome.isEmpty()) {
            question.flaw("conversion", "no column tells which touches were followed by an outcome");
        }
        question.refuseIfFlawed();
        List<Path> paths = new ArrayList<>();
        customers.values().forEach(touches -> close(touches, window, paths));
        return paths;
    }

    /** An outcome's row may be a touch too; one without a player is the outcome alone. */
    private static void close(List<Touch> touches, double window, List<Path> paths) {
        touches.sort(Comparator.comparing(Touch::at));
        List<Touch> open = new ArrayList<>();
        for (Touch touch : touches) {
            if (!open.isEmpty() && days(open.getLast().at(), touch.at()) > window) {
                paths.add(path(open, open.getLast().at(), 0, 0, 1));
                open.clear();
            }
            if (!touch.player().isEmpty()) {
                open.add(touch);
            }
            if (touch.outcome() && !open.isEmpty()) {
                List<Touch> within = open.stream()
                        .filter(before -> days(before.at(), touch.at()) <= window)
                        .toList();
                paths.add(path(within, touch.at(), 1, touch.value(), 0));
                open.clear();
            }
        }
        if (!open.isEmpty()) {
            paths.add(path(open, open.getLast().at(), 0, 0, 1));
        }
    }

    private static Path path(List<Touch> touches, Instant end, double outcomes, double value, double without) {
        return new Path(
                touches.stream()
                        .map(touch -> new Path.Step(touch.player(), days(touch.at(), end)))
                        .toList(),
                outcomes,
                value,
                without);
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_A_DAY;
    }
}

package org.customervaluesquads.metricsservice.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.customervaluesquads.metricsservice.attribution.Journey;
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
            Instant at = Dates.in(question, row, time);
            boolean led = outcome.isPresent() && question.yes(row, outcome.getAsInt());
            double worth = led && value.isPresent() ? question.number(row, value.getAsInt()) : 0;
            customers
                    .computeIfAbsent(question.neededCell(row, customer), its -> new ArrayList<>())
                    .add(new Touch(at, question.shared(question.cell(row, player)), led, worth));
        }
        if (outcome.isEmpty()) {
            question.flaw("conversion", "no column tells which touches were followed by an outcome");
        }
        question.refuseIfFlawed();
        List<Path> paths = new ArrayList<>();
        Duration days = Duration.ofSeconds((long) (window * SECONDS_A_DAY));
        customers.values().forEach(touches -> paths.addAll(paths(touches, days)));
        return paths;
    }

    /** An outcome's row may be a touch too; one without a player is the outcome alone. What is open at the end is over. */
    private static List<Path> paths(List<Touch> touches, Duration window) {
        Journey journey = new Journey(
                touches.stream()
                        .filter(touch -> !touch.player().isEmpty())
                        .map(touch -> new Journey.Touch(touch.at(), touch.player()))
                        .toList(),
                touches.stream()
                        .filter(Touch::outcome)
                        .map(touch -> new Journey.Outcome(touch.at(), touch.value()))
                        .toList());
        return journey.paths(new Journey.Cut(window, AttributionBench.TOUCHES_AT_MOST, Instant.MAX));
    }
}

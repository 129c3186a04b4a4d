package org.customervaluesquads.metricsservice.attribution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one customer met, and what came of it, as a function of the facts alone: in whatever order they came, and however
 * often they are looked at, the paths are the same.
 *
 * <p>A path is closed by an outcome, which takes the touches within the window before it; older ones came to nothing. It
 * is closed without an outcome when no touch follows the newest within the window. What is still open is no path yet.
 *
 * @param touches and outcomes in any order
 */
public record Journey(List<Touch> touches, List<Outcome> outcomes) {

    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    /** A touch of the customer. */
    public record Touch(Instant at, String player) {}

    /** An outcome, with its worth in one currency. */
    public record Outcome(Instant at, double value) {}

    /**
     * How paths are cut.
     *
     * @param window how long a touch can have led to an outcome
     * @param touchesAtMost of one path; the oldest are left out
     * @param end when the looking ends: what is open then is left out
     */
    public record Cut(Duration window, int touchesAtMost, Instant end) {}

    /** The customer's paths. */
    public List<Path> paths(Cut cut) {
        List<Touch> inOrder = new ArrayList<>(touches);
        inOrder.sort(Comparator.comparing(Touch::at).thenComparing(Touch::player));
        List<Outcome> results = new ArrayList<>(outcomes);
        results.sort(Comparator.comparing(Outcome::at).thenComparingDouble(Outcome::value));
        List<Path> paths = new ArrayList<>();
        List<Touch> open = new ArrayList<>();
        int next = 0;
        for (Outcome outcome : results) {
            while (next < inOrder.size() && !inOrder.get(next).at().isAfter(outcome.at())) {
                take(inOrder.get(next++), open, cut, paths);
            }
            close(outcome, open, cut, paths);
        }
        while (next < inOrder.size()) {
            take(inOrder.get(next++), open, cut, paths);
        }
        if (!open.isEmpty() && isOver(open, cut.end, cut)) {
            paths.add(path(open, open.getLast().at(), cut, 0, 0, 1));
        }
        return paths;
    }

    /** A touch goes on with what is open, or begins anew where that is over. */
    private static void take(Touch touch, List<Touch> open, Cut cut, List<Path> paths) {
        if (!open.isEmpty() && isOver(open, touch.at(), cut)) {
            paths.add(path(open, open.getLast().at(), cut, 0, 0, 1));
            open.clear();
        }
        open.add(touch);
    }

    private static void close(Outcome outcome, List<Touch> open, Cut cut, List<Path> paths) {
        Instant oldest = outcome.at().minus(cut.window);
        List<Touch> before =
                open.stream().filter(touch -> touch.at().isBefore(oldest)).toList();
        List<Touch> within =
                open.stream().filter(touch -> !touch.at().isBefore(oldest)).toList();
        if (!before.isEmpty()) {
            paths.add(path(before, before.getLast().at(), cut, 0, 0, 1));
        }
        if (!within.isEmpty()) {
            paths.add(path(within, outcome.at(), cut, 1, outcome.value(), 0));
        }
        open.clear();
    }

    private static boolean isOver(List<Touch> open, Instant now, Cut cut) {
        return open.getLast().at().plus(cut.window).isBefore(now);
    }

    private static Path path(List<Touch> all, Instant end, Cut cut, double outcomes, double value, double without) {
        return new Path(
                all.subList(Math.max(0, all.size() - cut.touchesAtMost), all.size()).stream()
                        .map(touch -> new Path.Step(
                                touch.player(),
                                Duration.between(touch.at(), end).toSeconds() / SECONDS_A_DAY))
                        .toList(),
                outcomes,
                value,
                without);
    }
}

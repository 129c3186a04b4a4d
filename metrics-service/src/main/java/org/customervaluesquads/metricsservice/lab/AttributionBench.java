package org.customervaluesquads.metricsservice.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.customervaluesquads.metricsservice.attribution.Attribution;
import org.customervaluesquads.metricsservice.attribution.Model;
import org.customervaluesquads.metricsservice.attribution.Path;

/**
 * Attribution of what an analyst brings: either a row for each path ({@code email > web > email}) with how often it led to an
 * outcome, or a row for each touch of a customer, with a 1 where an outcome followed.
 */
public final class AttributionBench {

    /** There are at most so many players. */
    public static final int PLAYERS_AT_MOST = 500;

    /** A path has at most so many touches. */
    public static final int TOUCHES_AT_MOST = 1_000;

    /** All paths together have at most so many touches. */
    public static final int TOUCHES_OF_ALL_AT_MOST = 1_000_000;

    private static final int COLUMN_ABSENT = -1;

    private final Question question;

    private AttributionBench(Question question) {
        this.question = question;
    }

    /** The attribution in this table. */
    public static Attribution of(Question question) {
        AttributionBench bench = new AttributionBench(question);
        Model model = bench.model();
        double halfLife = question.number("half-life-days", Attribution.USUAL_HALF_LIFE_DAYS, 0.001, 100_000);
        OptionalInt path = question.column("path", "paths", "journey", "channels");
        List<Path> paths = path.isPresent() ? bench.paths(path.getAsInt()) : TouchRows.paths(question);
        question.refuseUnknownOptions();
        bench.limit(paths);
        return Attribution.of(model, paths, halfLife);
    }

    private Model model() {
        String word = question.text("model").orElse(Model.MARKOV.word()).toLowerCase(Locale.ROOT);
        for (Model model : Model.values()) {
            if (model.word().equals(word)) {
                return model;
            }
        }
        question.flaw(
                "model",
                "must be one of "
                        + Arrays.stream(Model.values()).map(Model::word).toList());
        question.refuseIfFlawed();
        return Model.MARKOV;
    }

    private List<Path> paths(int path) {
        int outcomes = place(question.column(
                "conversions", "outcomes", "conversion", "converted", "total_conversions", "conv", "count"));
        int value = place(question.column(
                "value", "conversion_value", "total_conversion_value", "conv_value", "revenue", "amount"));
        int without = place(question.column("nulls", "null", "total_null", "conv_null", "without"));
        if (outcomes == COLUMN_ABSENT) {
            question.needed("conversions");
        }
        String separator = question.text("separator").orElse(">");
        List<Path> paths = new ArrayList<>();
        long touches = 0;
        for (int row = 0; row < question.rows(); row++) {
            List<String> players = players(question.neededCell(row, path), separator);
            double led = truthOrNumber(row, outcomes);
            double nothing = without == COLUMN_ABSENT ? (led == 0 ? 1 : 0) : number(row, without);
            double worth = value == COLUMN_ABSENT ? 0 : number(row, value);
            touches += players.size();
            if (players.isEmpty()) {
                question.flaw(row, path, "names no touches");
            } else if (players.size() > TOUCHES_AT_MOST) {
                question.flaw(row, path, "a path has at most " + TOUCHES_AT_MOST + " touches");
            } else if (touches > TOUCHES_OF_ALL_AT_MOST) {
                question.flaw(row, path, "all paths together have at most " + TOUCHES_OF_ALL_AT_MOST + " touches");
                question.refuseIfFlawed();
            } else if (Double.isFinite(led + nothing + worth)) {
                paths.add(Path.of(players, led, worth, nothing));
            }
        }
        question.refuseIfFlawed();
        return paths;
    }

    /** The names between separators, one more at most than a path can have. */
    private List<String> players(String path, String separator) {
        List<String> players = new ArrayList<>();
        int from = 0;
        while (from <= path.length() && players.size() <= TOUCHES_AT_MOST) {
            int end = path.indexOf(separator, from);
            String player = path.substring(from, end < 0 ? path.length() : end).trim();
            if (!player.isEmpty()) {
                players.add(question.shared(player));
            }
            from = end < 0 ? path.length() + 1 : end + separator.length();
        }
        return players;
    }

    private double truthOrNumber(int row, int column) {
        String text = question.cell(row, column).toLowerCase(Locale.ROOT);
        return text.matches("true|false|yes|no|") ? (question.yes(row, column) ? 1 : 0) : number(row, column);
    }

    private double number(int row, int column) {
        return question.cell(row, column).isEmpty() ? 0 : question.numberFrom(0, row, column);
    }

    private static int place(OptionalInt column) {
        return column.orElse(COLUMN_ABSENT);
    }

    private void limit(List<Path> paths) {
        Set<String> players = new HashSet<>();
        for (Path path : paths) {
            path.steps().forEach(step -> players.add(step.player()));
        }
        if (players.size() > PLAYERS_AT_MOST) {
            question.flaw(
                    "path", "there are " + players.size() + " players, and at most " + PLAYERS_AT_MOST + " can be");
        }
        question.refuseIfFlawed();
    }
}

package org.customervaluesquads.metricsservice.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;

/**
 * A table with the options that say how to read it. Columns are found by the name that an option gives, or by the names that
 * are usual for what is in them; everything that is wrong is gathered with its row and column, and refused together.
 */
public final class Question {

    private static final int ERRORS_AT_MOST = 20;

    private final Table table;
    private final Map<String, String> options;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> understood = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    /** A question of this table. */
    public Question(Table table, Map<String, String> options) {
        this.table = table;
        this.options = options;
    }

    /** How many rows there are. */
    int rows() {
        return table.rows();
    }

    /** The place of a column, where there is one. */
    OptionalInt column(String role, String... usualNames) {
        Optional<String> named = text(role);
        if (named.isPresent()) {
            OptionalInt place = place(named.get());
            if (place.isEmpty()) {
                flaw(role, "there is no column " + named.get() + " among " + table.columns());
            }
            return place;
        }
        OptionalInt own = place(role);
        for (int i = 0; own.isEmpty() && i < usualNames.length; i++) {
            own = place(usualNames[i]);
        }
        return own;
    }

    /** The place of a column that has to be there. */
    int needed(String role, String... usualNames) {
        OptionalInt place = column(role, usualNames);
        if (place.isEmpty() && !options.containsKey(role)) {
            flaw(
                    role,
                    "no column is called " + role + " or like it: name it by the option " + role + ", one of "
                            + table.columns());
        }
        refuseIfFlawed();
        return place.orElseThrow();
    }

    private OptionalInt place(String name) {
        String plain = plain(name);
        for (int place = 0; place < table.columns().size(); place++) {
            if (plain(table.columns().get(place)).equals(plain)) {
                return OptionalInt.of(place);
            }
        }
        return OptionalInt.empty();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "");
    }

    /** What is in a cell. */
    String cell(int row, int column) {
        return table.cell(row, column).trim();
    }

    /** The one object for all texts that are equal to this one: where few names come often, each is kept once. */
    String shared(String name) {
        return names.computeIfAbsent(name, its -> its);
    }

    /** What must be in a cell. */
    String neededCell(int row, int column) {
        String text = cell(row, column);
        if (text.isEmpty()) {
            flaw(row, column, "is missing");
        }
        return text;
    }

    /** The number in a cell; not a number where it is refused. */
    double number(int row, int column) {
        String text = neededCell(row, column);
        try {
            double number = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
            if (!text.isEmpty() && !Double.isFinite(number)) {
                flaw(row, column, "must be a finite number");
            }
            return number;
        } catch (NumberFormatException unreadable) {
            flaw(row, column, "must be a number such as 12.5, and is " + shortened(text));
            return Double.NaN;
        }
    }

    /** The number in a cell that may not be below this one. */
    double numberFrom(double least, int row, int column) {
        double number = number(row, column);
        if (number < least) {
            flaw(row, column, "must be at least " + least);
            return Double.NaN;
        }
        return number;
    }

    /** Whether a cell says yes. */
    boolean yes(int row, int column) {
        String text = cell(row, column).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "1", "1.0", "true", "yes", "t", "y" -> true;
            case "", "0", "0.0", "false", "no", "f", "n" -> false;
            default -> {
                flaw(row, column, "must be 0 or 1, and is " + shortened(text));
                yield false;
            }
        };
    }

    /** An option, where it is given. */
    Optional<String> text(String option) {
        understood.add(option);
        return Optional.ofNullable(options.get(option)).filter(text -> !text.isBlank());
    }

    /** An option that is a number within bounds. */
    double number(String option, double otherwise, double least, double most) {
        Optional<String> text = text(option);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            // told below
        }
        flaw(option, "must be a number from " + least + " to " + most);
        return otherwise;
    }

    /** Notes what is wrong with an option. */
    void flaw(String field, String reason) {
        if (errors.size() < ERRORS_AT_MOST) {
            errors.add(new FieldError(field, reason));
        }
    }

    /** Notes what is wrong with a cell; rows are counted from one, without the heading. */
    void flaw(int row, int column, String reason) {
        flaw("row " + (row + 1) + ", " + table.columns().get(column), reason);
    }

    /** Refuses the question, if anything is wrong with it. */
    void refuseIfFlawed() {
        if (!errors.isEmpty()) {
            throw new RefusedRequest(errors);
        }
    }

    /** Refuses the question if an option was given that nobody asked for. */
    void refuseUnknownOptions() {
        options.keySet().stream()
                .filter(option -> !understood.contains(option))
                .forEach(option -> flaw(option, "there is no such option here; there are " + understood));
        refuseIfFlawed();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}

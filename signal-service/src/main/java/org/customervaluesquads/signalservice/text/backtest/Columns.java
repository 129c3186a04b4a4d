package org.customervaluesquads.signalservice.text.backtest;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where in a row the text and its label stand.
 *
 * @param text counted from zero
 * @param label the same
 */
record Columns(int text, int label) {

    private static final Set<String> TEXTS = Set.of(
            "text",
            "sentence",
            "utterance",
            "message",
            "query",
            "review",
            "customer review",
            "content",
            "tweet",
            "body");
    private static final Set<String> LABELS =
            Set.of("label", "category", "intent", "sentiment", "emotion", "topic", "class", "target");

    /** Whether a row holds names of columns and not a text. */
    static boolean isHeader(List<String> row, Asked asked) {
        return row.stream()
                .map(Columns::plain)
                .anyMatch(name -> TEXTS.contains(name)
                        || LABELS.contains(name)
                        || name.equals(plain(asked.textColumn()))
                        || name.equals(plain(asked.labelColumn())));
    }

    /** The columns by their names. */
    static Columns named(Path path, List<String> names, Asked asked) {
        return new Columns(
                find(path, names, asked.textColumn(), TEXTS, "text"),
                find(path, names, asked.labelColumn(), LABELS, "label"));
    }

    /** The columns of rows without names: a label comes again, a text hardly does. */
    static Columns unnamed(Path path, List<List<String>> rows, Asked asked) {
        int width = rows.getFirst().size();
        List<String> numbers =
                IntStream.rangeClosed(1, width).mapToObj(Integer::toString).toList();
        if (asked.textColumn() != null && asked.labelColumn() != null) {
            return new Columns(
                    find(path, numbers, asked.textColumn(), Set.of(), "text"),
                    find(path, numbers, asked.labelColumn(), Set.of(), "label"));
        }
        if (width != 2) {
            throw new Unreadable("%s has %d columns without names: say --text-column and --label-column by number"
                    .formatted(path, width));
        }
        return kinds(rows, 0) < kinds(rows, 1) ? new Columns(1, 0) : new Columns(0, 1);
    }

    private static int kinds(List<List<String>> rows, int column) {
        Set<String> kinds = new HashSet<>();
        rows.stream().filter(row -> row.size() > column).forEach(row -> kinds.add(row.get(column)));
        return kinds.size();
    }

    private static int find(Path path, List<String> names, @Nullable String wanted, Set<String> usual, String what) {
        List<Integer> fitting = IntStream.range(0, names.size())
                .filter(i -> wanted == null
                        ? usual.contains(plain(names.get(i)))
                        : plain(names.get(i)).equals(plain(wanted)) || wanted.equals(Integer.toString(i + 1)))
                .boxed()
                .toList();
        if (fitting.size() != 1) {
            throw new Unreadable(
                    "%s: which column is the %s? Say --%s-column, one of %s".formatted(path, what, what, names));
        }
        return fitting.getFirst();
    }

    private static String plain(@Nullable String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }
}

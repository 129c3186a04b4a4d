package org.customervaluesquads.signalservice.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How good a classifier is on texts that it did not learn from.
 *
 * @param texts how many of them bear a label
 * @param accuracy the share of these that were given theirs
 * @param macroF1 the mean over the labels of the harmonic mean of precision and recall
 * @param outOfScope how many texts bear none of the labels
 * @param outOfScopeRecall the share of these that were given none; null if there are none
 */
public record Quality(
        int texts,
        double accuracy,
        double macroF1,
        int outOfScope,
        @Nullable Double outOfScopeRecall) {

    /**
     * One text.
     *
     * @param expected its label; null if it bears none
     * @param given the label that it was given; null if none
     */
    public record Seen(@Nullable String expected, @Nullable String given) {

        boolean isRight() {
            return expected == null ? given == null : expected.equals(given);
        }
    }

    /** Judges by what was seen. */
    public static Quality of(List<Seen> seen) {
        List<Seen> inScope = seen.stream().filter(one -> one.expected() != null).toList();
        List<Seen> outside = seen.stream().filter(one -> one.expected() == null).toList();
        return new Quality(
                inScope.size(),
                shareRight(inScope),
                macroF1(seen),
                outside.size(),
                outside.isEmpty() ? null : shareRight(outside));
    }

    private static double shareRight(List<Seen> seen) {
        return seen.stream().filter(Seen::isRight).count() / (double) Math.max(1, seen.size());
    }

    /** Over all labels that are borne or given. */
    private static double macroF1(List<Seen> seen) {
        Set<String> labels = seen.stream()
                .flatMap(one -> Stream.concat(Stream.ofNullable(one.expected()), Stream.ofNullable(one.given())))
                .collect(Collectors.toCollection(TreeSet::new));
        return labels.stream().mapToDouble(label -> f1(label, seen)).average().orElse(0);
    }

    private static double f1(String label, List<Seen> seen) {
        long borne = seen.stream().filter(one -> label.equals(one.expected())).count();
        long given = seen.stream().filter(one -> label.equals(one.given())).count();
        long both = seen.stream()
                .filter(one -> label.equals(one.expected()) && one.isRight())
                .count();
        return 2.0 * both / (borne + given);
    }
}

package org.customervaluesquads.signalservice.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Teaches a classifier, and finds out by texts that it did not learn from which setting suits, how far to trust it, and how
 * good it is. There is one method for whatever is taught; what suits is found by validation among the examples alone.
 */
public final class Learning {

    private static final int FOLDS = 3;
    private static final long SEED = 7;

    /** Settings are compared on so many examples at most: which one suits shows early, and each is one more learning. */
    private static final int COMPARED_MAX = 2_500;

    private final List<Example> examples;
    private final Executor threads;

    private Learning(List<Example> examples, Executor threads) {
        this.examples = examples;
        this.threads = threads;
    }

    /**
     * A classifier that learnt from all examples, and how good those were that learnt from a part.
     *
     * @param quality of what was held out, each example once
     */
    public record Learnt(Classifier classifier, Quality quality) {}

    /**
     * Learns, in several threads if there are several; the same examples give the same classifier.
     *
     * @throws IllegalArgumentException if the examples do not tell at least two labels apart
     */
    public static Learnt from(List<Example> examples, Executor threads) {
        if (examples.stream()
                        .map(Example::label)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                < 2) {
            throw new IllegalArgumentException("there is nothing to tell apart: examples of two labels are needed");
        }
        return new Learning(shuffled(examples), threads).learnt();
    }

    private Learnt learnt() {
        Setting setting = suitable();
        CompletableFuture<Classifier> learning =
                CompletableFuture.supplyAsync(() -> Classifier.learn(examples, setting), threads);
        List<Held> held = heldOut(examples, FOLDS, setting).join();
        Calibration calibration = Calibration.of(held.stream().map(Held::trial).toList());
        return new Learnt(
                learning.join().calibrated(calibration),
                Quality.of(held.stream().map(one -> one.seen(calibration)).toList()));
    }

    /** An example that a classifier did not learn from. */
    private record Held(Example example, Classifier by) {

        Trial trial() {
            String label = example.label();
            return new Trial(
                    by.scores(example.sentence()),
                    label == null ? -1 : by.labels().indexOf(label));
        }

        Quality.Seen seen(Calibration calibration) {
            return new Quality.Seen(
                    example.label(),
                    by.calibrated(calibration).guess(example.sentence()).label());
        }
    }

    /** The one under which held-out texts are likeliest, each under the temperature that suits it. */
    private Setting suitable() {
        List<Example> compared = examples.subList(0, Math.min(COMPARED_MAX, examples.size()));
        Map<Setting, CompletableFuture<Double>> likelihoods = new HashMap<>();
        for (Setting setting : Setting.TRIED) {
            likelihoods.put(
                    setting,
                    heldOut(compared, 1, setting)
                            .thenApply(held -> Calibration.likelihoodOf(
                                    held.stream().map(Held::trial).toList())));
        }
        return Setting.TRIED.stream()
                .max(Comparator.comparing(setting ->
                        Objects.requireNonNull(likelihoods.get(setting)).join()))
                .orElseThrow();
    }

    /** The examples of the first so many folds, each with a classifier that learnt from all other folds. */
    private CompletableFuture<List<Held>> heldOut(List<Example> from, int folds, Setting setting) {
        List<CompletableFuture<List<Held>>> each = IntStream.range(0, folds)
                .mapToObj(fold -> CompletableFuture.supplyAsync(() -> heldOutOf(from, fold, setting), threads))
                .toList();
        return CompletableFuture.allOf(each.toArray(CompletableFuture<?>[]::new))
                .thenApply(done ->
                        each.stream().flatMap(fold -> fold.join().stream()).toList());
    }

    private static List<Held> heldOutOf(List<Example> from, int fold, Setting setting) {
        List<Example> learnt = new ArrayList<>();
        List<Example> held = new ArrayList<>();
        Map<@Nullable String, Integer> seen = new HashMap<>();
        for (Example example : from) {
            // each label's examples are dealt out in turn, so that each fold has its share of each
            int turn = seen.merge(example.label(), 1, Integer::sum);
            (turn % FOLDS == fold ? held : learnt).add(example);
        }
        if (learnt.stream().allMatch(example -> example.label() == null)) {
            return List.of();
        }
        Classifier classifier = Classifier.learn(learnt, setting);
        return held.stream().map(example -> new Held(example, classifier)).toList();
    }

    private static List<Example> shuffled(List<Example> examples) {
        List<Example> shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, new Random(SEED));
        return List.copyOf(shuffled);
    }
}

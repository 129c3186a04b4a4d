package org.customervaluesquads.signalservice.text.backtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.customervaluesquads.signalservice.text.Classifier;
import org.customervaluesquads.signalservice.text.Embeddings;
import org.customervaluesquads.signalservice.text.Example;
import org.customervaluesquads.signalservice.text.Learning;
import org.customervaluesquads.signalservice.text.Quality;
import org.customervaluesquads.signalservice.text.Sentence;
import org.jspecify.annotations.Nullable;

/** Learns from some labelled texts, and tries what was learnt on others. */
final class Backtest {

    private final Embeddings embeddings;
    private final Executor threads;
    private final LongSupplier nanos;
    private final String none;

    /**
     * A backtest with a model.
     *
     * @param nanos a clock
     * @param none the label of texts that are none of what is asked for
     */
    Backtest(Embeddings embeddings, Executor threads, LongSupplier nanos, String none) {
        this.embeddings = embeddings;
        this.threads = threads;
        this.nanos = nanos;
        this.none = none;
    }

    /**
     * What came of it.
     *
     * @param learntFrom how many texts bear a label
     * @param learntNone how many texts are known to be none of these
     * @param neverLearnt labels that only the test has; its texts with these count as none of these
     * @param validated what was to be expected, by what was held out of the texts to learn from
     * @param learning how long it took to embed the texts and to learn from them
     * @param perText how long one text of the test took, from the text to its label, with all threads
     */
    record Report(
            int learntFrom,
            int learntNone,
            int labels,
            Set<String> neverLearnt,
            Quality validated,
            Quality tested,
            Duration learning,
            Duration perText) {}

    /**
     * Learns and tries.
     *
     * @throws Unreadable if there are not two labels to tell apart
     */
    Report run(List<Labelled> toLearn, List<Labelled> toTry) {
        if (toLearn.stream()
                        .map(Labelled::label)
                        .filter(label -> !label.equals(none))
                        .distinct()
                        .count()
                < 2) {
            throw new Unreadable("there is nothing to learn: texts of two labels are needed");
        }
        long began = nanos.getAsLong();
        List<Example> examples = examples(toLearn);
        Learning.Learnt learnt = Learning.from(examples, threads);
        long learned = nanos.getAsLong();
        Set<String> neverLearnt = toTry.stream()
                .map(Labelled::label)
                .filter(label ->
                        !label.equals(none) && !learnt.classifier().labels().contains(label))
                .collect(Collectors.toCollection(TreeSet::new));
        Quality tested = Quality.of(tried(learnt.classifier(), toTry, neverLearnt));
        long tried = nanos.getAsLong();
        int nones =
                (int) toLearn.stream().filter(text -> text.label().equals(none)).count();
        return new Report(
                toLearn.size() - nones,
                nones,
                learnt.classifier().labels().size(),
                neverLearnt,
                learnt.quality(),
                tested,
                Duration.ofNanos(learned - began),
                Duration.ofNanos((tried - learned) / toTry.size()));
    }

    private List<Example> examples(List<Labelled> texts) {
        List<Sentence> sentences =
                embeddings.of(texts.stream().map(Labelled::text).toList());
        List<Example> examples = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            examples.add(new Example(sentences.get(i), labelOf(texts.get(i), Set.of())));
        }
        return examples;
    }

    private List<Quality.Seen> tried(Classifier classifier, List<Labelled> texts, Set<String> neverLearnt) {
        List<Sentence> sentences =
                embeddings.of(texts.stream().map(Labelled::text).toList());
        List<Quality.Seen> seen = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            seen.add(new Quality.Seen(
                    labelOf(texts.get(i), neverLearnt),
                    classifier.guess(sentences.get(i)).label()));
        }
        return seen;
    }

    private @Nullable String labelOf(Labelled text, Set<String> neverLearnt) {
        return text.label().equals(none) || neverLearnt.contains(text.label()) ? null : text.label();
    }
}

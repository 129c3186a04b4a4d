package org.customervaluesquads.signalservice.text.learning;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.text.Answers;
import org.customervaluesquads.signalservice.text.Embeddings;
import org.customervaluesquads.signalservice.text.Example;
import org.customervaluesquads.signalservice.text.Guess;
import org.customervaluesquads.signalservice.text.Learning;
import org.customervaluesquads.signalservice.text.Lessons;
import org.customervaluesquads.signalservice.text.Question;
import org.customervaluesquads.signalservice.text.Sentence;
import org.customervaluesquads.signalservice.text.onnx.BgeSmall;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Understands texts by the lessons of now.
 *
 * <p>It sleeps until somebody needs it, since the model takes memory: the first text wakes it. From then on a thread of its
 * own looks whether the lessons changed, and learns them anew beside the understanding, which goes on by the former ones
 * until then.
 */
@ApplicationScoped
public class Understanding {

    private static final Logger LOG = LoggerFactory.getLogger(Understanding.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    /** A text says what it says in its beginning; what is longer would only take time. */
    private static final int CHARACTERS_MAX = 2_000;

    private final Lessons lessons;
    private final Clock clock;
    private final boolean enabled;
    private final Path natives;
    private final ExecutorService threads;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread learning = Thread.ofPlatform().name("text-learning").unstarted(this::learn);
    private final Map<String, Sentence> embedded = new HashMap<>();
    private volatile @Nullable Learnt inForce;

    Understanding(Lessons lessons, Clock clock, SignalServiceConfig config) {
        this.lessons = lessons;
        this.clock = clock;
        this.enabled = config.text().enabled();
        this.natives = Path.of(config.text().natives());
        this.threads = Executors.newFixedThreadPool(
                config.text().threads(),
                Thread.ofPlatform().name("text-", 1).daemon().factory());
    }

    /**
     * What was learnt last.
     *
     * @param version of the lessons
     * @param by each question that has lessons
     */
    public record Learnt(long version, Instant at, Embeddings embeddings, Map<Question, Learning.Learnt> by) {

        /** What is made of each text, in their order. */
        List<Answers> answers(List<String> texts) {
            return embeddings.of(texts.stream().map(Understanding::cut).toList()).stream()
                    .map(this::answers)
                    .toList();
        }

        private Answers answers(Sentence sentence) {
            Map<Question, Guess> guesses = new EnumMap<>(Question.class);
            by.forEach((question, learnt) ->
                    guesses.put(question, learnt.classifier().guess(sentence)));
            return new Answers(guesses);
        }
    }

    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        stop.countDown();
        if (learning.getState() != Thread.State.NEW) {
            learning.join(STOPS_WITHIN);
        }
        threads.shutdownNow();
    }

    /** Has it learn, if it does not yet and may. */
    public void wake() {
        synchronized (learning) {
            if (enabled && learning.getState() == Thread.State.NEW && stop.getCount() > 0) {
                learning.start();
            }
        }
    }

    /** What is made of each text, in their order; null if nothing was learnt within the wait. */
    public @Nullable List<Answers> understand(List<String> texts, Duration wait) throws InterruptedException {
        wake();
        boolean _ = ready.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        Learnt now = inForce;
        return now == null ? null : now.answers(texts);
    }

    /** Whether texts are understood in this installation. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Whether somebody needed it already. */
    public boolean isAwake() {
        return learning.getState() != Thread.State.NEW;
    }

    /** What was learnt last; null if it sleeps or learns for the first time. */
    public @Nullable Learnt inForce() {
        return inForce;
    }

    private void learn() {
        Embeddings model = null;
        try {
            while (stop.getCount() > 0) {
                Duration pause = LOOK_AGAIN;
                try {
                    model = model == null ? BgeSmall.load(threads, natives) : model;
                    learnAnew(model);
                } catch (RuntimeException | LinkageError | VirtualMachineError broken) {
                    // also without a model or memory: texts wait then, and nothing else does
                    LOG.atError().setCause(broken).log("what is taught about texts cannot be learnt");
                    pause = AGAIN_AFTER;
                }
                boolean _ = stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void learnAnew(Embeddings model) {
        long version = lessons.version();
        Learnt before = inForce;
        if (before != null && before.version() == version) {
            return;
        }
        long began = System.nanoTime();
        Map<Question, Learning.Learnt> by = new EnumMap<>(Question.class);
        Map<String, Sentence> used = new HashMap<>();
        for (Question question : Question.values()) {
            List<Example> examples = examples(question, model, used);
            if (examples.stream()
                            .map(Example::label)
                            .filter(Objects::nonNull)
                            .distinct()
                            .count()
                    > 1) {
                by.put(question, Learning.from(examples, Runnable::run));
            }
        }
        embedded.keySet().retainAll(used.keySet());
        inForce = new Learnt(version, clock.instant(), model, by);
        ready.countDown();
        LOG.atInfo()
                .addKeyValue("lessons", used.size())
                .addKeyValue(
                        "millis", Duration.ofNanos(System.nanoTime() - began).toMillis())
                .log("learnt what is taught about texts");
    }

    /** Only what is new is embedded. */
    private List<Example> examples(Question question, Embeddings model, Map<String, Sentence> used) {
        List<Lessons.Lesson> all = lessons.of(question);
        List<String> fresh = all.stream()
                .map(Lessons.Lesson::text)
                .filter(text -> !embedded.containsKey(text))
                .distinct()
                .toList();
        model.of(fresh).forEach(sentence -> embedded.put(sentence.text(), sentence));
        List<Example> examples = new ArrayList<>();
        for (Lessons.Lesson lesson : all) {
            Sentence sentence = Objects.requireNonNull(embedded.get(lesson.text()));
            used.put(lesson.text(), sentence);
            examples.add(new Example(sentence, lesson.label()));
        }
        return examples;
    }

    private static String cut(String text) {
        return text.length() <= CHARACTERS_MAX ? text : text.substring(0, CHARACTERS_MAX);
    }
}

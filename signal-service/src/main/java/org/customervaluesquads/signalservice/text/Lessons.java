package org.customervaluesquads.signalservice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.customervaluesquads.contracts.TextTaught;
import org.jspecify.annotations.Nullable;

/** The example messages in force: those that ship, and those that were taught since; follows the compacted topic. */
public final class Lessons {

    private final Map<Question, Map<String, List<String>>> shipped;
    private final Map<String, TextTaught> taught = new ConcurrentSkipListMap<>();
    private final AtomicLong version = new AtomicLong();

    /**
     * Lessons with what ships.
     *
     * @param shipped example messages by label, by question
     */
    public Lessons(Map<Question, Map<String, List<String>>> shipped) {
        this.shipped = shipped;
    }

    /**
     * One example message.
     *
     * @param label null if it is none of what is asked for
     */
    public record Lesson(String text, @Nullable String label) {}

    /** Takes in what somebody teaches now of a label. */
    public void remember(TextTaught lesson) {
        taught.put(lesson.key(), lesson);
        version.incrementAndGet();
    }

    /** Forgets what was taken back. */
    public void forget(String key) {
        if (taught.remove(key) != null) {
            version.incrementAndGet();
        }
    }

    /** Rises with each change. */
    public long version() {
        return version.get();
    }

    /** What a teacher teaches of a label; null if nothing. */
    public @Nullable TextTaught find(String key) {
        return taught.get(key);
    }

    /** What is taught of a label, by whom. */
    public List<TextTaught> taught(Question question, String label) {
        return taught.values().stream()
                .filter(lesson -> lesson.question().equals(question.word())
                        && lesson.label().equals(label))
                .toList();
    }

    /** What ships of a label. */
    public List<String> shipped(Question question, String label) {
        return shipped.getOrDefault(question, Map.of()).getOrDefault(label, List.of());
    }

    /** How many example messages were taught in all. */
    public int taughtCount() {
        return taught.values().stream()
                .mapToInt(lesson -> lesson.examples().size())
                .sum();
    }

    /** The labels of a question, each with how many examples it has. */
    public Map<String, Integer> labels(Question question) {
        Map<String, Integer> counts = new TreeMap<>();
        shipped.getOrDefault(question, Map.of()).forEach((label, texts) -> counts.put(label, texts.size()));
        taught.values().stream()
                .filter(lesson -> lesson.question().equals(question.word()))
                .forEach(
                        lesson -> counts.merge(lesson.label(), lesson.examples().size(), Integer::sum));
        return counts;
    }

    /** All examples of a question, each once, in the same order on every instance. */
    public List<Lesson> of(Question question) {
        List<Lesson> lessons = new ArrayList<>();
        for (String label : labels(question).keySet()) {
            String meant = label.equals(TextTaught.NONE) ? null : label;
            shipped(question, label).forEach(text -> lessons.add(new Lesson(text, meant)));
            taught(question, label)
                    .forEach(lesson -> lesson.examples().forEach(text -> lessons.add(new Lesson(text, meant))));
        }
        return lessons.stream().distinct().toList();
    }
}

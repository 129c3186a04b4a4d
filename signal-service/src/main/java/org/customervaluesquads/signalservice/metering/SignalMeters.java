package org.customervaluesquads.signalservice.metering;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.sources.Sources;
import org.jspecify.annotations.Nullable;

/**
 * What is counted and timed of the signals' way. A label is one of few values that the code or the catalogues name, or
 * the id of a registered source; what an unregistered one calls itself is never a label, since anybody can invent names.
 */
@Singleton
public final class SignalMeters {

    /** So many sources have a label of their own; those behind them share one. */
    static final int SOURCES_MAX = 500;

    private static final String UNKNOWN = "unknown";
    private static final String OTHERS = "others";

    private final MeterRegistry registry;
    private final Sources sources;
    private final Set<String> labelled = ConcurrentHashMap.newKeySet();
    private final Map<Outcome, Timer> judged = new ConcurrentHashMap<>();
    private final Map<String, Timer> counted = new ConcurrentHashMap<>();
    private final Map<String, Timer> duplicates = new ConcurrentHashMap<>();
    private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();

    /** What tells the timers of judged signals apart. */
    private record Outcome(String door, String source, String verdict) {}

    /** Meters in a registry; the sources are those with a label. */
    public SignalMeters(MeterRegistry registry, Sources sources) {
        this.registry = registry;
        this.sources = sources;
    }

    /** All of a request was judged and is in the log, so long after it came. */
    public void judged(String door, List<Verdict> verdicts, Duration took) {
        Verdict last = null;
        Timer timer = null;
        for (Verdict verdict : verdicts) {
            // the signals of one request are mostly of one source and fare alike
            if (timer == null || last == null || !areAlike(last, verdict)) {
                Outcome outcome = new Outcome(door, label(verdict.source()), wordFor(verdict));
                timer = judged.computeIfAbsent(outcome, this::judged);
                last = verdict;
            }
            timer.record(took);
        }
    }

    private static boolean areAlike(Verdict one, Verdict other) {
        return one.getClass() == other.getClass() && Objects.equals(one.source(), other.source());
    }

    private static String wordFor(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted _ -> "accepted";
            case Verdict.Rejected _ -> "rejected";
            case Verdict.TurnedAway _ -> "turned-away";
        };
    }

    /** The log could not take a request's signals; the caller was told to send them again. */
    public void notTaken(String door, int signals) {
        counter("squads.signals.not.taken", "door", door).increment(signals);
    }

    /** A signal was counted, so long after it came into the log. */
    public void counted(String source, long waitedMillis) {
        counted.computeIfAbsent(label(source), label -> counting(label, "once"))
                .record(waitedMillis, TimeUnit.MILLISECONDS);
    }

    /** A signal was known already, and ended here. */
    public void duplicate(String source, long waitedMillis) {
        duplicates
                .computeIfAbsent(label(source), label -> counting(label, "duplicate"))
                .record(waitedMillis, TimeUnit.MILLISECONDS);
    }

    /** An intent changed and is published. */
    public void intentChanged(String intent, String change) {
        counter("squads.intents.published", "intent", intent, "change", change).increment();
    }

    /** A squad is told of an intent that changed. */
    public void squadTold() {
        counter("squads.squad.intents.published").increment();
    }

    private Timer judged(Outcome outcome) {
        return registry.timer(
                "squads.signals.judged", "source", outcome.source, "door", outcome.door, "verdict", outcome.verdict);
    }

    private Timer counting(String label, String result) {
        return registry.timer("squads.signals.counted", "source", label, "result", result);
    }

    private String label(@Nullable String source) {
        if (source == null || sources.find(source) == null) {
            return UNKNOWN;
        }
        if (labelled.contains(source)) {
            return source;
        }
        if (labelled.size() >= SOURCES_MAX) {
            return OTHERS;
        }
        labelled.add(source);
        return source;
    }

    private Counter counter(String name, String... tags) {
        return counters.computeIfAbsent(key(name, tags), absent -> registry.counter(name, tags));
    }

    private static List<String> key(String name, String... tags) {
        return switch (tags.length) {
            case 0 -> List.of(name);
            case 2 -> List.of(name, tags[1]);
            case 4 -> List.of(name, tags[1], tags[3]);
            default -> List.of(name, tags[1], tags[3], tags[5]);
        };
    }
}

package org.customervaluesquads.localstack.intents;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.customervaluesquads.contracts.IntentChanged;
import org.jspecify.annotations.Nullable;

/** The highest score that each customer ever had, of those intents that are asked for. */
public final class HighestScores {

    private static final Comparator<IntentChanged> HIGHEST_FIRST = Comparator.comparingDouble(IntentChanged::score)
            .reversed()
            .thenComparing(IntentChanged::occurredAt)
            .thenComparing(IntentChanged::customerId);

    private final Predicate<IntentChanged> askedFor;
    private final Map<String, IntentChanged> byCustomer = new HashMap<>();
    private long seen;

    private HighestScores(Predicate<IntentChanged> askedFor) {
        this.askedFor = askedFor;
    }

    /**
     * Of one intent, or of all.
     *
     * @param confirmed whether only to look at those that an outcome confirmed, as they were just before it
     * @param source the source that this outcome came from, if only one is asked for
     */
    public static HighestScores of(@Nullable String intent, boolean confirmed, @Nullable String source) {
        return new HighestScores(change -> (intent == null || change.intent().equals(intent))
                && (!confirmed || change.change().equals("confirmed"))
                && (source == null
                        || Optional.ofNullable(change.outcome())
                                .filter(outcome -> outcome.startsWith(source + "/"))
                                .isPresent()));
    }

    /** Takes one into account. */
    public void add(IntentChanged change) {
        if (askedFor.test(change)) {
            seen++;
            byCustomer.merge(change.customerId(), change, HighestScores::higher);
        }
    }

    /** How many were taken into account. */
    public long seen() {
        return seen;
    }

    /** The customers with the highest, each once. */
    public List<IntentChanged> top(int count) {
        return byCustomer.values().stream().sorted(HIGHEST_FIRST).limit(count).toList();
    }

    private static IntentChanged higher(IntentChanged one, IntentChanged other) {
        return HIGHEST_FIRST.compare(one, other) <= 0 ? one : other;
    }
}

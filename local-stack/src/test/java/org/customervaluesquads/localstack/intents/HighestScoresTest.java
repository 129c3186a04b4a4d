package org.customervaluesquads.localstack.intents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.IntentChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HighestScoresTest {

    private static final List<IntentChanged> CHANGES = List.of(
            change("ann", "purchase", "score", 0.9, null),
            change("ann", "purchase", "confirmed", 0.6, "shop/o1"),
            change("ann", "purchase", "confirmed", 0.7, "shop/o2"),
            change("bob", "purchase", "confirmed", 0.8, "other/o3"),
            change("bob", "churn", "stage", 0.95, null));

    @Test
    void showEachCustomerOnceAtTheirHighest() {
        assertThat(top(HighestScores.of(null, false, null))).containsExactly("bob churn 0.95", "ann purchase 0.9");
    }

    @Test
    void areThoseBeforeAnOutcomeWhenOnlyConfirmedOnesAreAskedFor() {
        assertThat(top(HighestScores.of("purchase", true, null)))
                .containsExactly("bob purchase 0.8", "ann purchase 0.7");
    }

    @Test
    void areThoseWhoseOutcomeTheSourceToldOf() {
        assertThat(top(HighestScores.of("purchase", true, "shop"))).containsExactly("ann purchase 0.7");
    }

    private static List<String> top(HighestScores scores) {
        CHANGES.forEach(scores::add);
        return scores.top(3).stream()
                .map(change -> change.customerId() + " " + change.intent() + " " + change.score())
                .toList();
    }

    private static IntentChanged change(
            String customer, String intent, String change, double score, @Nullable String outcome) {
        return new IntentChanged(
                customer,
                intent,
                change,
                score,
                0,
                0,
                "active",
                0,
                "none",
                Instant.EPOCH,
                outcome,
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                1,
                0);
    }
}

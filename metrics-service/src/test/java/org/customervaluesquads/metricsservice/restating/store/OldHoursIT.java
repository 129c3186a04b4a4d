package org.customervaluesquads.metricsservice.restating.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.metricsservice.fixture.Signals.touch;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.OnTopics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done to rows here is rolled back, so that no other reader of the same database meets it. */
@MetricsServiceTest
class OldHoursIT extends OnTopics {

    private static final String SQUAD = "old-hours";

    @Inject
    OldHours old;

    @Inject
    Statements statements;

    private final List<String> forgotten = new ArrayList<>();

    @BeforeEach
    void restateAnHourLongAgo() {
        publishing.squad(squad(SQUAD, 1, region("OH")));
        publishing.signals(touch("page.viewed", "oh-1", "OH", "oh-ann", Instant.parse("2024-03-05T08:15:00Z"), "app"));
        eventually(() -> assertThat(hours()).isEqualTo(1));
        QuarkusTransaction.begin();
        statements.execute("UPDATE squad_window SET restated_at = '2001-01-01Z' WHERE squad_id = ?", SQUAD);
    }

    @AfterEach
    void rollBack() {
        QuarkusTransaction.rollback();
    }

    @Test
    void areForgottenHereAndOnTheTopicThoughNewerOnesWaitToBeSent() {
        waitsToBeSentSince("2002-01-01Z");

        old.forget(forgotten::addAll);

        assertThat(forgotten)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key).contains(SQUAD).contains("hour"));
        assertThat(hours()).isZero();
        assertThat(days()).isEqualTo(1);
    }

    @Test
    void stayAsLongAsWhatWasRestatedByThenWaitsToBeSent() {
        waitsToBeSentSince("2001-01-01Z");

        old.forget(forgotten::addAll);

        assertThat(forgotten).isEmpty();
        assertThat(hours()).isEqualTo(1);
    }

    private void waitsToBeSentSince(String moment) {
        statements.execute(
                "INSERT INTO unsent (restated_at, restatements) VALUES (?::timestamptz, ?)",
                moment,
                OutgoingPacking.pack(List.of()));
    }

    private long hours() {
        return rows("hour");
    }

    private long days() {
        return rows("day");
    }

    private long rows(String grain) {
        return statements
                .list(
                        "SELECT count(*) AS found FROM squad_window WHERE squad_id = ? AND grain = ?",
                        row -> row.getLong("found"),
                        SQUAD,
                        grain)
                .getFirst();
    }
}

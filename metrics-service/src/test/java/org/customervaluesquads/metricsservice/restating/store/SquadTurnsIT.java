package org.customervaluesquads.metricsservice.restating.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.restating.store.SquadTurns.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose turn it is, in transactions that never end well, so that nobody else takes the turn. */
@MetricsServiceTest
class SquadTurnsIT {

    private static final Duration REST = Duration.ofSeconds(5);
    private static final int MANY = 2_000;

    @Inject
    SquadTurns turns;

    @Inject
    Statements statements;

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
        form("turning", "epoch");
    }

    @AfterEach
    void undo() {
        QuarkusTransaction.rollback();
    }

    @Test
    void longerWindowsWaitForNoDayThatIsToBeSummed() {
        touchDay("2026-03-05", false);
        assertThat(longer()).isFalse();

        touchDay("2026-03-04", true);
        assertThat(longer()).isTrue();
    }

    @Test
    void aDayWaitsToBeSummedAndForItsLongerWindowsAtOnce() {
        touchDay("2026-03-05", true);
        touchDay("2026-03-05", false);
        assertThat(turn()).get().returns(true, Turn::todayWaits);

        assertThat(turns.takeUnsummedDays(List.of("turning"))).containsOnlyKeys("turning");
        assertThat(turn()).isEmpty();
        assertThat(turns.takeDays(List.of("turning"), MANY)).containsOnlyKeys("turning");
    }

    @Test
    void theNewestHoursAreTakenAndTheOthersAreLeft() {
        assertThat(turns.stillTouched(List.of("turning"))).isEmpty();
        statements.execute("""
                INSERT INTO touched (squad_id, hour)
                VALUES ('turning', '2026-03-05T08:00:00Z'), ('turning', '2026-03-05T09:00:00Z')
                """);

        assertThat(turns.takeHours(List.of("turning"), 1).get("turning"))
                .containsExactly(Traced.untraced(Instant.parse("2026-03-05T09:00:00Z")));
        assertThat(turns.stillTouched(List.of("turning"))).containsExactly("turning");

        assertThat(turns.takeHours(List.of("turning"), 1).get("turning")).hasSize(1);
        assertThat(turns.stillTouched(List.of("turning"))).isEmpty();
    }

    @Test
    void aTodayThatWasSummedRests() {
        touchDay("2026-03-05", false);
        turns.restToday(List.of("turning"), Instant.now());

        assertThat(turn()).isEmpty();
    }

    @Test
    void ofTodaysThatWaitTheOneThatWaitedLongestIsFirst() {
        form("sooner", "2026-03-04");
        touchDay("2026-03-05", false);
        statements.execute("INSERT INTO touched_day (squad_id, day, summed) VALUES ('sooner', '2026-03-05', false)");
        statements.execute("UPDATE squad SET summed_at = '2026-03-03' WHERE squad_id = 'turning'");

        assertThat(turns.next(Instant.now(), REST, MANY, REST, 1))
                .extracting(Turn::squadId)
                .contains("turning")
                .doesNotContain("sooner");
    }

    @Test
    void aSquadThatIsSummingHasATurnThoughNothingTouchedIt() {
        statements.execute("UPDATE squad SET summing = true WHERE squad_id = 'turning'");
        assertThat(turn()).get().returns(true, Turn::summing);

        turns.summed(List.of("turning"));
        assertThat(turn()).isEmpty();
    }

    @Test
    void theMarksOfATransactionBecomeOneOfEachHour() {
        statements.execute("DELETE FROM marks_made");
        for (String trace : new String[] {"'00-a'", "'00-b'", "null"}) {
            statements.execute("""
                    INSERT INTO marks_made (marks) VALUES (json_build_array(json_build_object(
                        'squad_id', 'turning', 'hour', '2026-03-05T08:00:00Z', 'trace_parent', %s::text)))
                    """.formatted(trace));
        }

        // Not by dealOut itself, whose transaction of its own would not see these and would take those of others.
        assertThat(statements.list(SquadTurns.DEAL_OUT, row -> row.getLong("transactions"), MANY))
                .containsExactly(3L);

        assertThat(statements.list(
                        "SELECT trace_parent FROM touched WHERE squad_id = 'turning'", row -> row.getString(1)))
                .containsExactly("00-b");
    }

    private void touchDay(String day, boolean summed) {
        statements.execute("""
                INSERT INTO touched_day (squad_id, day, summed) VALUES ('turning', '%s', %s)
                ON CONFLICT DO NOTHING
                """.formatted(day, summed));
    }

    private boolean longer() {
        return turns.nextLonger(Instant.now(), REST, MANY).contains("turning");
    }

    private Optional<Turn> turn() {
        return turns.next(Instant.now(), REST, MANY, REST, MANY).stream()
                .filter(turn -> turn.squadId().equals("turning"))
                .findFirst();
    }

    private void form(String squad, String summedAt) {
        statements.execute("""
                INSERT INTO squad (squad_id, version, name, stage, formed_at, scope, costs, costed_through, touched_wholly,
                                   restated_at, longer_restated_at, summed_at)
                VALUES ('%1$s', 1, '%1$s', 'forming', now(), '{}', '[]', '2026-03-05', false, 'epoch', 'epoch', '%2$s')
                """.formatted(squad, summedAt));
    }
}

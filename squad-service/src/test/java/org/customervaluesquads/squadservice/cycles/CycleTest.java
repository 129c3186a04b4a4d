package org.customervaluesquads.squadservice.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.contracts.CycleEvidenceStated;
import org.customervaluesquads.contracts.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CycleTest {

    private static final Instant NOW = Instant.parse("2026-02-10T09:00:00Z");
    private static final Money NOTHING = new Money(BigDecimal.ZERO, "GBP");
    private static final CyclePlan PLAN = new CyclePlan(
            "calls win back",
            "call",
            "revenue/GBP",
            List.of(),
            List.of(new Variant("a", 50), new Variant("b", 50)),
            "salt",
            14,
            NOTHING,
            NOTHING);
    private static final Cycle PLANNED = Cycle.planned(new UUID(0, 1), new UUID(0, 2), PLAN, NOW);

    @Test
    void runsFromPlanToVerdict() {
        Cycle running = done(PLANNED.start(NOW));

        Cycle concluded = done(running.conclude(verdict("no customer was asked"), NOW));

        assertThat(concluded.state()).isEqualTo(CycleState.CONCLUDED);
        assertThat(concluded.version()).isEqualTo(3);
        assertThat(concluded.endedAt()).isEqualTo(NOW);
    }

    @Test
    void refusesAVerdictWithNeitherEvidenceNorReason() {
        Cycle running = done(PLANNED.start(NOW));

        assertThat(running.conclude(verdict(null), NOW)).isEqualTo(new CycleOutcome.Unfounded());
    }

    @Test
    void keepsWithTheVerdictWhatTheMetricsSaidAtTheTime() {
        CycleEvidenceStated stated = new CycleEvidenceStated(
                "c", "s", "revenue/GBP", "GBP", "m", List.of(), List.of(), null, List.of(), "continue", NOW, 4);
        Cycle running =
                new Cycle(PLANNED.id(), PLANNED.squadId(), 2, PLAN, CycleState.RUNNING, NOW, NOW, null, null, stated);

        Cycle concluded = done(running.conclude(verdict(null), NOW));

        assertThat(concluded.verdict()).extracting(Verdict::evidence).isEqualTo(stated);
    }

    @Test
    void changesNothingOnceItRuns() {
        Cycle running = done(PLANNED.start(NOW));

        assertThat(running.replan(PLAN)).isEqualTo(new CycleOutcome.WrongState(CycleState.RUNNING, CycleState.PLANNED));
        assertThat(running.cancel(NOW)).isEqualTo(new CycleOutcome.WrongState(CycleState.RUNNING, CycleState.PLANNED));
        assertThat(PLANNED.conclude(verdict("none"), NOW))
                .isEqualTo(new CycleOutcome.WrongState(CycleState.PLANNED, CycleState.RUNNING));
    }

    private static Cycle done(CycleOutcome outcome) {
        assertThat(outcome).isInstanceOf(CycleOutcome.Done.class);
        return ((CycleOutcome.Done) outcome).cycle();
    }

    private static Verdict verdict(@Nullable String reason) {
        return new Verdict(Verdict.Choice.DROP, "lesson", List.of(), reason, null);
    }
}

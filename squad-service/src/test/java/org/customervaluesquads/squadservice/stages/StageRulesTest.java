package org.customervaluesquads.squadservice.stages;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.squadservice.cycles.BudgetReading;
import org.customervaluesquads.squadservice.cycles.CycleCounts;
import org.customervaluesquads.squadservice.cycles.FailureBudget;
import org.customervaluesquads.squadservice.squads.Allocation;
import org.customervaluesquads.squadservice.squads.Change;
import org.customervaluesquads.squadservice.squads.Charter;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Mission;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.SquadOutcome;
import org.customervaluesquads.squadservice.squads.Stage;
import org.customervaluesquads.squadservice.squads.ValueArea;
import org.junit.jupiter.api.Test;

class StageRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-02-10");
    private static final Instant NOW = Instant.parse("2026-02-10T09:00:00Z");
    private static final Mission MEASURED =
            new Mission(ValueArea.GEOGRAPHY, "grow", "revenue/GBP", BigDecimal.TEN, null);
    private static final Mission VAGUE = new Mission(ValueArea.GEOGRAPHY, "grow", null, null, null);

    @Test
    void findsNothingWrongWithAWholeSquad() {
        assertThat(broken(examined(MEASURED, 6, 3, 50))).isEmpty();
    }

    @Test
    void takesFewerThanSixAndMoreThanTenAsAFindingThatHindersNothing() {
        assertThat(broken(examined(MEASURED, 5, 3, 50))).containsExactly("six-to-ten-people");
        assertThat(broken(examined(MEASURED, 11, 3, 50))).containsExactly("six-to-ten-people");
        assertThat(reach(examined(MEASURED, 5, 3, 50), Stage.PILOTING)).isInstanceOf(Change.Changed.class);
    }

    @Test
    void callsTwoDepartmentsASilo() {
        Finding finding = HealthRules.THREE_DEPARTMENTS.read(examined(MEASURED, 6, 2, 50));

        assertThat(finding.reading().numbers()).containsEntry("departments", 2).containsEntry("least", 3);
        assertThat(finding.reading().mend()).isEqualTo("have people of 1 more departments join");
        assertThat(finding.hinders()).isTrue();
    }

    @Test
    void countsPeopleAboveTheirTime() {
        Finding finding = HealthRules.WITHIN_THEIR_TIME.read(examined(MEASURED, 6, 3, 120));

        assertThat(finding.reading().numbers()).containsEntry("people", 6).containsEntry("highestPercent", 120);
        assertThat(finding.hinders()).isTrue();
    }

    @Test
    void namesEachRuleThatHinders() {
        Change change = reach(examined(VAGUE, 0, 0, 0), Stage.PILOTING);

        assertThat(change)
                .isInstanceOfSatisfying(
                        Change.Declined.class,
                        declined -> assertThat(declined.reason())
                                .isInstanceOfSatisfying(
                                        SquadOutcome.NotReady.class,
                                        notReady -> assertThat(notReady.unmet())
                                                .extracting(SquadOutcome.Unmet::field)
                                                .containsExactly(
                                                        "members",
                                                        "members",
                                                        "mission.outcomeMetric",
                                                        "mission.target")));
    }

    @Test
    void isProvenByThreeCyclesOfWhichOneWasKeptAndFewFailed() {
        assertThat(hindering(cycles(2, 0, 4)))
                .containsExactly("learned-in-cycles", "a-change-kept", "within-failure-budget");
        assertThat(hindering(cycles(3, 1, 3))).isEmpty();
    }

    @Test
    void leavesNoStageOut() {
        Change change = reach(examined(MEASURED, 6, 3, 50), Stage.SCALING);

        assertThat(change)
                .isInstanceOfSatisfying(
                        Change.Declined.class,
                        declined -> assertThat(declined.reason())
                                .isEqualTo(new SquadOutcome.NotReady(
                                        Stage.SCALING,
                                        List.of(new SquadOutcome.Unmet(
                                                "stage", "is to be piloting next, after forming")))));
    }

    private static Change reach(Examined examined, Stage stage) {
        return Outlook.of(examined).reach(stage, NOW);
    }

    private static List<String> hindering(BudgetReading cycles) {
        Examined whole = examined(MEASURED, 6, 3, 50);
        Examined tried = new Examined(whole.squad(), TODAY, whole.departments(), whole.highest(), cycles, 0);
        return StageRules.toReach(Stage.PROVEN).stream()
                .map(rule -> rule.read(tried))
                .filter(Finding::hinders)
                .map(finding -> finding.rule().name())
                .toList();
    }

    private static List<String> broken(Examined examined) {
        return HealthRules.ALL.stream()
                .map(rule -> rule.read(examined))
                .filter(finding -> !finding.reading().kept())
                .map(finding -> finding.rule().name())
                .toList();
    }

    private static Examined examined(Mission mission, int members, int departments, int percent) {
        List<UUID> people = IntStream.range(0, members)
                .mapToObj(number -> new UUID(0, number))
                .toList();
        List<Membership> memberships = people.stream()
                .map(id -> new Membership(
                        id, id.getLeastSignificantBits() == 0 ? "Squad Lead" : "analyst", 50, TODAY, null))
                .toList();
        Squad squad = new Squad(
                new UUID(1, 1), 1, new Charter("GB", mission, Scope.EVERYTHING), Stage.FORMING, memberships, NOW, NOW);
        return new Examined(
                squad,
                TODAY,
                people.stream().collect(toMap(id -> id, id -> "d" + id.getLeastSignificantBits() % departments)),
                people.stream().collect(toMap(id -> id, id -> new Allocation(percent, TODAY))),
                cycles(0, 0, 0),
                0);
    }

    private static BudgetReading cycles(int concluded, int kept, int failed) {
        return new BudgetReading(
                FailureBudget.usual(new UUID(1, 1)), NOW, new CycleCounts(0, concluded, kept, failed, failed));
    }
}

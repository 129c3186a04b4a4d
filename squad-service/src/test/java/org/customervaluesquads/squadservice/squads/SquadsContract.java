package org.customervaluesquads.squadservice.squads;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customervaluesquads.contracts.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Squads} promises, whoever keeps them. */
interface SquadsContract {

    LocalDate TODAY = LocalDate.parse("2026-02-10");
    Instant NOW = Instant.parse("2026-02-10T09:00:00.123456Z");

    /** The squads under test. */
    Squads squads();

    /** Somebody who can be a member. */
    UUID person();

    /** An id above those before. */
    UUID nextId();

    /** Does something in a transaction of its own. */
    void inTransaction(Runnable work);

    @Test
    default void findsWhatWasAdded() {
        Squad squad = squad(Stage.FORMING, member(person(), "2026-01-05", null));

        inTransaction(() -> squads().add(squad));

        inTransaction(() -> assertThat(squads().find(squad.id())).contains(squad));
        inTransaction(() -> assertThat(squads().hold(squad.id())).contains(squad));
        inTransaction(() -> assertThat(squads().find(nextId())).isEmpty());
    }

    @Test
    default void findsWhatReplacedIt() {
        UUID ada = person();
        UUID bob = person();
        Squad before = squad(Stage.FORMING, member(ada, "2026-01-05", null), member(bob, "2026-01-05", null));
        Squad after = new Squad(
                before.id(),
                2,
                new Charter("other", before.charter().mission(), Scope.EVERYTHING),
                Stage.PILOTING,
                List.of(member(ada, "2026-01-05", "2026-02-10"), member(ada, "2026-02-12", null)),
                before.formedAt(),
                NOW.plus(1, ChronoUnit.DAYS));
        inTransaction(() -> squads().add(before));

        inTransaction(() -> squads().hold(before.id()).ifPresent(held -> squads().replace(after)));

        inTransaction(() -> assertThat(squads().find(before.id())).contains(after));
    }

    @Test
    default void pagesInOrderOfIdAndByStage() {
        Squad first = squad(Stage.FORMING);
        Squad second = squad(Stage.PROVEN);
        Squad third = squad(Stage.FORMING);
        inTransaction(() -> List.of(third, first, second).forEach(squads()::add));

        inTransaction(() -> {
            assertThat(squads().page(null, first.id(), 1)).containsExactly(second);
            assertThat(squads().page(null, first.id(), 9)).containsExactly(second, third);
            assertThat(squads().page(Stage.FORMING, first.id(), 9)).containsExactly(third);
            assertThat(squads().page(Stage.PROVEN, null, 200)).contains(second).doesNotContain(first, third);
        });
    }

    @Test
    default void knowsWhereAPersonIsAndWas() {
        UUID ada = person();
        Squad current = squad(Stage.FORMING, member(ada, "2026-01-05", null));
        Squad past = squad(Stage.FORMING, member(ada, "2026-01-05", "2026-02-10"));
        Squad future = squad(Stage.FORMING, member(ada, "2026-03-01", null));
        inTransaction(() -> List.of(current, past, future).forEach(squads()::add));

        inTransaction(() -> {
            assertThat(squads().withMember(ada, TODAY)).containsExactly(current.id(), future.id());
            assertThat(squads().elsewhere(ada, current.id()))
                    .containsExactlyInAnyOrder(
                            past.memberships().getFirst(), future.memberships().getFirst());
        });
    }

    private Squad squad(Stage stage, Membership... members) {
        Mission mission = new Mission(
                ValueArea.CROSS_CHANNEL, "goal", "revenue/GBP", new BigDecimal("12.50"), LocalDate.parse("2027-01-01"));
        Scope scope = new Scope(Set.of("GB", "IE"), Set.of("retail"), null, Set.of("tea, \"green\""), Set.of());
        return new Squad(nextId(), 1, new Charter("squad", mission, scope), stage, List.of(members), NOW, NOW);
    }

    private static Membership member(UUID person, String since, @Nullable String until) {
        return new Membership(
                person, "analyst", 10, LocalDate.parse(since), until == null ? null : LocalDate.parse(until));
    }
}

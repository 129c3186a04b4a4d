package org.customervaluesquads.squadservice.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.Membership;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreeTimeTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-02-02");

    @Test
    void isTheWholeTimeOfWhoIsInNoSquad() {
        assertThat(FreeTime.from(MONDAY, List.of())).containsExactly(new FreeTime(MONDAY, 100));
        assertThat(FreeTime.lastingFrom(MONDAY, List.of())).isEqualTo(100);
    }

    @Test
    void changesWithEachMembershipThatBeginsOrEnds() {
        var memberships = List.of(member(40, "2026-01-01", "2026-03-01"), member(50, "2026-02-10", null));

        var steps = FreeTime.from(MONDAY, memberships);

        assertThat(steps)
                .containsExactly(
                        new FreeTime(MONDAY, 60),
                        new FreeTime(LocalDate.parse("2026-02-10"), 10),
                        new FreeTime(LocalDate.parse("2026-03-01"), 50));
        assertThat(FreeTime.lastingFrom(MONDAY, memberships)).isEqualTo(10);
    }

    @Test
    void staysOneStepWhereOneMembershipFollowsAnother() {
        var memberships = List.of(member(40, "2026-01-01", "2026-03-01"), member(40, "2026-03-01", null));

        assertThat(FreeTime.from(MONDAY, memberships)).containsExactly(new FreeTime(MONDAY, 60));
    }

    private static Membership member(int allocation, String since, @Nullable String until) {
        return new Membership(
                new UUID(0, 1),
                "analyst",
                allocation,
                LocalDate.parse(since),
                until == null ? null : LocalDate.parse(until));
    }
}

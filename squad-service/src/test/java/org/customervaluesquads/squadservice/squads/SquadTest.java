package org.customervaluesquads.squadservice.squads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.squadservice.squads.Change.Changed;
import org.customervaluesquads.squadservice.squads.Change.Declined;
import org.customervaluesquads.squadservice.squads.Change.Unchanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SquadTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private static final LocalDate TODAY = LocalDate.parse("2026-02-10");
    private static final Instant NOW = Instant.parse("2026-02-10T09:00:00Z");
    private static final Charter CHARTER =
            new Charter("GB", new Mission(ValueArea.GEOGRAPHY, "win them back", null, null, null), Scope.EVERYTHING);
    private static final Squad EMPTY = Squad.formed(new UUID(1, 1), CHARTER, Instant.EPOCH);

    @Test
    void beginsFormingWithoutPeople() {
        assertThat(EMPTY.stage()).isEqualTo(Stage.FORMING);
        assertThat(EMPTY.version()).isEqualTo(1);
        assertThat(EMPTY.memberships()).isEmpty();
    }

    @Test
    void takesAnotherCharterAsANewVersion() {
        Charter other = new Charter("UK", CHARTER.mission(), CHARTER.scope());

        Changed change = changed(EMPTY.recharter(other, NOW));

        assertThat(change.squad())
                .isEqualTo(new Squad(EMPTY.id(), 2, other, Stage.FORMING, List.of(), Instant.EPOCH, NOW));
        assertThat(change.event().named()).isEqualTo("squad.changed");
    }

    @Test
    void isUnchangedByTheSameCharter() {
        assertThat(EMPTY.recharter(CHARTER, NOW)).isEqualTo(new Unchanged());
    }

    @Test
    void isJoinedFromTodayOnWhenNoDayIsNamed() {
        Changed change = changed(EMPTY.join(wish(ADA, 40, null), TODAY, NOW));

        assertThat(change.squad().memberships()).containsExactly(member(ADA, 40, "2026-02-10", null));
        assertThat(change.event()).isEqualTo(new SquadEvent.MemberJoined(ADA, "analyst", 40, TODAY));
    }

    @Test
    void keepsWhatAMemberWasBeforeADayOfChange() {
        Squad squad = with(member(ADA, 40, "2026-01-05", null));

        Changed change = changed(squad.join(wish(ADA, 60, null), TODAY, NOW));

        assertThat(change.squad().memberships())
                .containsExactly(member(ADA, 40, "2026-01-05", "2026-02-10"), member(ADA, 60, "2026-02-10", null));
        assertThat(change.event().named()).isEqualTo("member.changed");
    }

    @Test
    void replacesWhatWasKnownFromTheNamedDayOn() {
        Squad squad = with(
                member(ADA, 40, "2026-01-05", "2026-01-20"),
                member(ADA, 50, "2026-01-20", null),
                member(BOB, 10, "2026-01-08", null));

        Changed change = changed(squad.join(wish(ADA, 60, "2026-01-10"), TODAY, NOW));

        assertThat(change.squad().memberships())
                .containsExactly(
                        member(ADA, 40, "2026-01-05", "2026-01-10"),
                        member(BOB, 10, "2026-01-08", null),
                        member(ADA, 60, "2026-01-10", null));
    }

    @Test
    void isUnchangedByAWishThatIsMetAlready() {
        Squad squad = with(member(ADA, 40, "2026-01-05", null));

        assertThat(squad.join(wish(ADA, 40, null), TODAY, NOW)).isEqualTo(new Unchanged());
        assertThat(squad.join(wish(ADA, 40, "2026-01-05"), TODAY, NOW)).isEqualTo(new Unchanged());
    }

    @Test
    void keepsTwoSpansOfWhoLeavesAndReturns() {
        Squad left = changed(with(member(ADA, 40, "2026-01-05", null)).leave(ADA, TODAY, NOW))
                .squad();

        Changed change = changed(left.join(wish(ADA, 40, null), TODAY.plusDays(2), NOW));

        assertThat(change.squad().memberships())
                .containsExactly(member(ADA, 40, "2026-01-05", "2026-02-10"), member(ADA, 40, "2026-02-12", null));
        assertThat(change.event().named()).isEqualTo("member.joined");
    }

    @Test
    void isLeftOnlyByItsMembers() {
        Squad squad = with(member(ADA, 40, "2026-01-05", "2026-02-01"));

        assertThat(squad.leave(ADA, TODAY, NOW)).isEqualTo(new Declined(new SquadOutcome.NotAMember()));
    }

    @Test
    void forgetsASpanThatNeverBegan() {
        Squad squad = with(member(ADA, 40, "2026-03-01", null));

        Changed change = changed(squad.leave(ADA, TODAY, NOW));

        assertThat(change.squad().memberships()).isEmpty();
    }

    @Test
    void setsEverybodyFreeWhenDisbanded() {
        Squad squad = with(member(ADA, 40, "2026-01-05", null), member(BOB, 40, "2026-01-05", "2026-02-01"));

        Changed change = changed(squad.disband(TODAY, NOW));

        assertThat(change.squad().stage()).isEqualTo(Stage.DISBANDED);
        assertThat(change.squad().memberships())
                .containsExactly(
                        member(ADA, 40, "2026-01-05", "2026-02-10"), member(BOB, 40, "2026-01-05", "2026-02-01"));
        assertThat(change.event()).isEqualTo(new SquadEvent.Disbanded(List.of(ADA), TODAY));
    }

    @Test
    void declinesWhomItHasNoRoomFor() {
        Membership[] many = new Membership[Squad.MOST_MEMBERS];
        for (int index = 0; index < many.length; index++) {
            many[index] = member(new UUID(7, index), 1, "2026-01-05", null);
        }

        Change change = with(many).join(wish(ADA, 1, null), TODAY, NOW);

        assertThat(change).isEqualTo(new Declined(new SquadOutcome.Full(Squad.MOST_MEMBERS)));
    }

    @Test
    void showsEachMemberOnceAndCountsThoseWhoAreThere() {
        Squad squad = with(
                member(ADA, 40, "2026-01-05", "2026-03-01"),
                member(ADA, 60, "2026-03-01", null),
                member(BOB, 10, "2026-04-01", null));

        assertThat(squad.members(TODAY))
                .containsExactly(member(ADA, 40, "2026-01-05", "2026-03-01"), member(BOB, 10, "2026-04-01", null));
        assertThat(squad.published(List.of(), TODAY).members()).isEqualTo(1);
    }

    private static Squad with(Membership... members) {
        return new Squad(EMPTY.id(), 1, CHARTER, Stage.FORMING, List.of(members), Instant.EPOCH, Instant.EPOCH);
    }

    private static Wish wish(UUID person, int allocation, @Nullable String since) {
        return new Wish(person, "analyst", allocation, since == null ? null : LocalDate.parse(since));
    }

    private static Membership member(UUID person, int allocation, String since, @Nullable String until) {
        return new Membership(
                person, "analyst", allocation, LocalDate.parse(since), until == null ? null : LocalDate.parse(until));
    }

    private static Changed changed(Change change) {
        assertThat(change).isInstanceOf(Changed.class);
        return (Changed) change;
    }
}

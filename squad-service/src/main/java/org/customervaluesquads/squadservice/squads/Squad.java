package org.customervaluesquads.squadservice.squads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.squadservice.squads.Change.Changed;
import org.customervaluesquads.squadservice.squads.Change.Declined;
import org.customervaluesquads.squadservice.squads.Change.Unchanged;

/**
 * People from different departments with one mission for one part of the customers.
 *
 * @param version rises by one with each change
 * @param memberships who was, is and will be in it, each span apart
 */
public record Squad(
        UUID id,
        long version,
        Charter charter,
        Stage stage,
        List<Membership> memberships,
        Instant formedAt,
        Instant changedAt) {

    /** A squad is a small team; this only keeps a mistake from growing without end. */
    public static final int MOST_MEMBERS = 100;

    private static final Comparator<Membership> BY_TIME =
            Comparator.comparing(Membership::since).thenComparing(Membership::personId);

    /** Keeps the memberships in order of time. */
    public Squad {
        memberships = memberships.stream().sorted(BY_TIME).toList();
    }

    /** A squad as it begins: without people. */
    public static Squad formed(UUID id, Charter charter, Instant now) {
        return new Squad(id, 1, charter, Stage.FORMING, List.of(), now, now);
    }

    /** Gives it another name, mission or scope. */
    public Change recharter(Charter other, Instant now) {
        return other.equals(charter)
                ? new Unchanged()
                : new Changed(
                        new Squad(id, version + 1, other, stage, memberships, formedAt, now),
                        new SquadEvent.Rechartered(other.name(), other.mission(), other.scope()));
    }

    /**
     * Has a person in it from the wished day on. What was known of this person for that day and later is replaced; what
     * was known of earlier days stays.
     */
    public Change join(Wish wish, LocalDate today, Instant now) {
        if (memberships.stream().anyMatch(wish::isMetBy)) {
            return new Unchanged();
        }
        boolean isMember = isMember(wish.personId(), today);
        if (!isMember && members(today).size() >= MOST_MEMBERS) {
            return new Declined(new SquadOutcome.Full(MOST_MEMBERS));
        }
        Membership joined = wish.from(today);
        List<Membership> others = without(wish.personId()::equals, joined.since());
        SquadEvent event = isMember
                ? new SquadEvent.MemberChanged(joined.personId(), joined.role(), joined.allocation(), joined.since())
                : new SquadEvent.MemberJoined(joined.personId(), joined.role(), joined.allocation(), joined.since());
        return new Changed(
                with(Stream.concat(others.stream(), Stream.of(joined)).toList(), stage, now), event);
    }

    /** Has a person not in it any more from the day on. */
    public Change leave(UUID personId, LocalDate today, Instant now) {
        return isMember(personId, today)
                ? new Changed(
                        with(without(personId::equals, today), stage, now), new SquadEvent.MemberLeft(personId, today))
                : new Declined(new SquadOutcome.NotAMember());
    }

    /** Ends it, and sets its people free from the day on. */
    public Change disband(LocalDate today, Instant now) {
        List<UUID> released = members(today).stream().map(Membership::personId).toList();
        return new Changed(
                with(without(anybody -> true, today), Stage.DISBANDED, now), new SquadEvent.Disbanded(released, today));
    }

    /** Has come as far as this stage. */
    public Change reach(Stage next, Instant now) {
        return new Changed(with(memberships, next, now), new SquadEvent.StageReached(stage, next));
    }

    /** Takes note that one of its people costs something else from the day on. */
    public Change restateCost(UUID personId, LocalDate since, Instant now) {
        return new Changed(with(memberships, stage, now), new SquadEvent.MemberCostChanged(personId, since));
    }

    /** Takes note of something that happened to it in another feature. */
    public Change noted(SquadEvent.OfFeature event, Instant now) {
        return new Changed(with(memberships, stage, now), event);
    }

    /** Who is in it or will be, each person once with what holds for them first. */
    public Collection<Membership> members(LocalDate today) {
        Map<UUID, Membership> first = new LinkedHashMap<>();
        memberships.stream()
                .filter(membership -> !membership.hasEndedBy(today))
                .forEach(membership -> first.putIfAbsent(membership.personId(), membership));
        return first.values();
    }

    /** Who is in it on the day. */
    public List<Membership> present(LocalDate day) {
        return memberships.stream()
                .filter(membership -> membership.holdsOn(day))
                .toList();
    }

    /** Everything that was, is and will be of one person in it. */
    public List<Membership> membershipsOf(UUID personId) {
        return memberships.stream().filter(of(personId)).toList();
    }

    /** The squad as other services read it. */
    public SquadPublished published(List<SquadPublished.CostStep> costs, LocalDate today) {
        return new SquadPublished(
                id.toString(),
                version,
                charter.name(),
                stage.toString(),
                charter.mission().published(),
                charter.scope(),
                present(today).size(),
                costs,
                formedAt,
                changedAt);
    }

    /** The same, as the version that it was. */
    Squad ofVersion(long was) {
        return new Squad(id, was, charter, stage, memberships, formedAt, changedAt);
    }

    private boolean isMember(UUID personId, LocalDate today) {
        return memberships.stream().filter(of(personId)).anyMatch(membership -> !membership.hasEndedBy(today));
    }

    private List<Membership> without(Predicate<UUID> leaving, LocalDate day) {
        return memberships.stream()
                .flatMap(membership ->
                        leaving.test(membership.personId()) ? membership.before(day).stream() : Stream.of(membership))
                .toList();
    }

    private Squad with(List<Membership> others, Stage reached, Instant now) {
        return new Squad(id, version + 1, charter, reached, others, formedAt, now);
    }

    private static Predicate<Membership> of(UUID personId) {
        return membership -> membership.personId().equals(personId);
    }
}

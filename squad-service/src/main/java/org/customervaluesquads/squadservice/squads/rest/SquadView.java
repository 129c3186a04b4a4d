package org.customervaluesquads.squadservice.squads.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customervaluesquads.contracts.Money;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.squadservice.people.Colleague;
import org.customervaluesquads.squadservice.squads.CostSteps;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Stage;

/**
 * A squad, as it is shown.
 *
 * @param members who is in it today, or will be
 * @param costPerWorkingDay what those who are in it today cost, by currency
 */
record SquadView(
        UUID id,
        long version,
        String name,
        Stage stage,
        SquadPublished.Mission mission,
        Scope scope,
        List<MemberView> members,
        List<Money> costPerWorkingDay,
        Instant formedAt,
        Instant changedAt) {

    static SquadView of(Squad squad, Map<UUID, Colleague> people, LocalDate today) {
        return new SquadView(
                squad.id(),
                squad.version(),
                squad.charter().name(),
                squad.stage(),
                squad.charter().mission().published(),
                squad.charter().scope(),
                squad.members(today).stream()
                        .map(membership -> MemberView.of(membership, known(people, membership.personId())))
                        .toList(),
                CostSteps.on(
                        today,
                        squad.memberships(),
                        personId -> known(people, personId).costRates()),
                squad.formedAt(),
                squad.changedAt());
    }

    private static Colleague known(Map<UUID, Colleague> people, UUID personId) {
        return Objects.requireNonNull(people.get(personId));
    }

    /** A person in a squad, as it is shown; since when with this role and this allocation. */
    record MemberView(UUID personId, String name, String department, String role, int allocation, LocalDate since) {

        static MemberView of(Membership membership, Colleague colleague) {
            return new MemberView(
                    membership.personId(),
                    colleague.name(),
                    colleague.department(),
                    membership.role(),
                    membership.allocation(),
                    membership.since());
        }
    }
}

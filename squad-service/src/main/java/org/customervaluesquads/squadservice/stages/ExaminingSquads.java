package org.customervaluesquads.squadservice.stages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customervaluesquads.squadservice.cycles.BudgetingFailure;
import org.customervaluesquads.squadservice.people.Colleague;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.playbooks.Playbooks;
import org.customervaluesquads.squadservice.squads.Allocation;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Squads;

/** Gathers what the rules look at, in a number of queries that does not depend on how large a squad is. */
@ApplicationScoped
public class ExaminingSquads {

    private final Squads squads;
    private final People people;
    private final BudgetingFailure budgetingFailure;
    private final Playbooks playbooks;
    private final Clock clock;

    ExaminingSquads(Squads squads, People people, BudgetingFailure budgetingFailure, Playbooks playbooks, Clock clock) {
        this.squads = squads;
        this.people = people;
        this.budgetingFailure = budgetingFailure;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    /** The squad as the rules see it today. */
    @Transactional
    public Optional<Examined> examine(UUID squadId) {
        return squads.find(squadId).map(this::examine);
    }

    /** The squad, what it may reach next, and what the rules say of that. */
    @Transactional
    public Optional<Outlook> outlook(UUID squadId) {
        return examine(squadId).map(Outlook::of);
    }

    Examined examine(Squad squad) {
        LocalDate today = LocalDate.now(clock);
        List<UUID> present =
                squad.present(today).stream().map(Membership::personId).toList();
        Map<UUID, String> departments = people.colleagues(present).values().stream()
                .collect(Collectors.toMap(Colleague::id, Colleague::department));
        Map<UUID, Allocation> highest = squads.ofPeople(present).stream()
                .collect(Collectors.groupingBy(
                        Membership::personId,
                        Collectors.collectingAndThen(
                                Collectors.toList(), theirs -> Allocation.highestFrom(today, theirs))));
        return new Examined(
                squad, today, departments, highest, budgetingFailure.read(squad.id()), playbooks.countOf(squad.id()));
    }
}

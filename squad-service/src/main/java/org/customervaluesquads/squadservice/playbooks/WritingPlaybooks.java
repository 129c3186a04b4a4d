package org.customervaluesquads.squadservice.playbooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.cycles.BudgetingFailure;
import org.customervaluesquads.squadservice.cycles.Cycle;
import org.customervaluesquads.squadservice.cycles.CycleState;
import org.customervaluesquads.squadservice.cycles.Cycles;
import org.customervaluesquads.squadservice.cycles.FailureBudget;
import org.customervaluesquads.squadservice.cycles.Verdict;
import org.customervaluesquads.squadservice.decisions.DecisionRights;
import org.customervaluesquads.squadservice.decisions.GivingRights;
import org.customervaluesquads.squadservice.history.Chronicle;
import org.customervaluesquads.squadservice.history.Happening;
import org.customervaluesquads.squadservice.playbooks.Playbook.Method;
import org.customervaluesquads.squadservice.playbooks.Playbook.MetricTarget;
import org.customervaluesquads.squadservice.skills.RefinedSkill;
import org.customervaluesquads.squadservice.skills.SkillCatalogue;
import org.customervaluesquads.squadservice.squads.Mission;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Squads;

/** Writes down what a proven squad has learned, from what is kept of it. */
@ApplicationScoped
public class WritingPlaybooks {

    /** A squad works in short cycles, and still a bound is needed. */
    private static final int MOST_CYCLES = 500;

    private final Squads squads;
    private final SkillCatalogue skills;
    private final Cycles cycles;
    private final BudgetingFailure budgetingFailure;
    private final GivingRights givingRights;
    private final Playbooks playbooks;
    private final Chronicle chronicle;
    private final Clock clock;

    WritingPlaybooks(
            Squads squads,
            SkillCatalogue skills,
            Cycles cycles,
            BudgetingFailure budgetingFailure,
            GivingRights givingRights,
            Playbooks playbooks,
            Chronicle chronicle,
            Clock clock) {
        this.squads = squads;
        this.skills = skills;
        this.cycles = cycles;
        this.budgetingFailure = budgetingFailure;
        this.givingRights = givingRights;
        this.playbooks = playbooks;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Writes a playbook of a squad under this id. */
    @Transactional
    public Playbook write(UUID id, UUID squadId, String name, String cadence, List<MetricTarget> further) {
        Squad squad = squads.hold(squadId).orElseThrow();
        int generation = playbooks.originOf(squadId).map(Origin::generation).orElse(1);
        Playbook playbook =
                new Playbook(id, squadId, generation, name, clock.instant(), method(squad, cadence, further));
        playbooks.add(playbook);
        chronicle.record(new Happening(squadId, squad.version(), "playbook.written", playbook.writtenAt(), playbook));
        return playbook;
    }

    private Method method(Squad squad, String cadence, List<MetricTarget> further) {
        Mission mission = squad.charter().mission();
        List<Cycle> concluded = cycles.page(squad.id(), CycleState.CONCLUDED, null, MOST_CYCLES);
        DecisionRights rights = givingRights.of(squad.id());
        FailureBudget budget = budgetingFailure.read(squad.id()).budget();
        return new Method(
                mission,
                cadence,
                skills.askedOf(squad).stream().map(RefinedSkill::requirement).toList(),
                rights.rights(),
                rights.otherwise(),
                budget.mostFailed(),
                budget.days(),
                Learned.metrics(mission, concluded, further),
                Learned.lessons(concluded),
                Learned.played(concluded, Verdict.Choice.KEEP),
                Learned.played(concluded, Verdict.Choice.DROP));
    }
}

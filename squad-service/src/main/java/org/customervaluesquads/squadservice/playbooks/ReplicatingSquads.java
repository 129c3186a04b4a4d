package org.customervaluesquads.squadservice.playbooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.squadservice.cycles.BudgetingFailure;
import org.customervaluesquads.squadservice.decisions.GivingRights;
import org.customervaluesquads.squadservice.history.Chronicle;
import org.customervaluesquads.squadservice.history.Happening;
import org.customervaluesquads.squadservice.playbooks.Playbook.Method;
import org.customervaluesquads.squadservice.skills.RefinedSkill;
import org.customervaluesquads.squadservice.skills.RefiningSkills;
import org.customervaluesquads.squadservice.skills.SkillCatalogue;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.customervaluesquads.squadservice.squads.Charter;
import org.customervaluesquads.squadservice.squads.FormingSquads;
import org.customervaluesquads.squadservice.squads.Mission;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Squads;
import org.jspecify.annotations.Nullable;

/** Begins squads elsewhere from a playbook, with what carries over. */
@ApplicationScoped
public class ReplicatingSquads {

    private final FormingSquads formingSquads;
    private final Squads squads;
    private final GivingRights givingRights;
    private final BudgetingFailure budgetingFailure;
    private final RefiningSkills refiningSkills;
    private final SkillCatalogue catalogue;
    private final Playbooks playbooks;
    private final Chronicle chronicle;
    private final Clock clock;

    ReplicatingSquads(
            FormingSquads formingSquads,
            Squads squads,
            GivingRights givingRights,
            BudgetingFailure budgetingFailure,
            RefiningSkills refiningSkills,
            SkillCatalogue catalogue,
            Playbooks playbooks,
            Chronicle chronicle,
            Clock clock) {
        this.formingSquads = formingSquads;
        this.squads = squads;
        this.givingRights = givingRights;
        this.budgetingFailure = budgetingFailure;
        this.refiningSkills = refiningSkills;
        this.catalogue = catalogue;
        this.playbooks = playbooks;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Begins a squad under this id, with the playbook's mission, but with a target and a due date of its own. */
    @Transactional
    public void replicate(UUID id, Playbook playbook, Local local) {
        Method method = playbook.method();
        Mission mission = new Mission(
                method.mission().valueArea(),
                method.mission().goal(),
                method.mission().outcomeMetric(),
                local.target(),
                local.dueOn());
        Squad squad = formingSquads.form(id, new Charter(local.name(), mission, local.scope()));
        Origin origin = new Origin(id, playbook.id(), playbook.squadId(), playbook.generation() + 1);
        playbooks.add(origin);
        chronicle.record(new Happening(id, squad.version(), "squad.replicated", clock.instant(), origin));
        givingRights.give(id, OptionalLong.empty(), method.rights(), method.otherwise());
        budgetingFailure.set(id, OptionalLong.empty(), method.mostFailed(), method.failureDays());
        refiningSkills.refine(id, OptionalLong.empty(), unasked(method));
    }

    /** What makes the central requirements those of the playbook. */
    private List<SkillRequirement> unasked(Method method) {
        List<SkillRequirement> central =
                catalogue.required(method.mission().valueArea()).requirements();
        return RefinedSkill.refinementTo(method.skills(), central);
    }

    /** A squad with where it comes from, what it has from there, and what it still has to decide. */
    @Transactional
    public Optional<Replica> find(UUID squadId) {
        return playbooks
                .originOf(squadId)
                .map(origin -> Replica.of(
                        squads.find(squadId).orElseThrow(),
                        origin,
                        playbooks.find(origin.playbookId()).orElseThrow()));
    }

    /** What is said of a replica from the first. */
    public record Local(
            String name,
            Scope scope,
            @Nullable BigDecimal target,
            @Nullable LocalDate dueOn) {}
}

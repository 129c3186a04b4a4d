package org.customervaluesquads.squadservice.formations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.squadservice.formations.StaffingOutcome.Engaged;
import org.customervaluesquads.squadservice.history.Chronicle;
import org.customervaluesquads.squadservice.history.Happening;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.skills.RefinedSkill;
import org.customervaluesquads.squadservice.skills.RefiningSkills;
import org.customervaluesquads.squadservice.skills.SkillCatalogue;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.customervaluesquads.squadservice.squads.Allocation;
import org.customervaluesquads.squadservice.squads.Charter;
import org.customervaluesquads.squadservice.squads.FormingSquads;
import org.customervaluesquads.squadservice.squads.JoiningSquads;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Mission;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.SquadOutcome;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.Wish;
import org.jspecify.annotations.Nullable;

/** Forms squads of proposals, whole or not at all. */
@ApplicationScoped
public class FormingAsProposed {

    private static final String LEAD = "lead";
    private static final String MEMBER = "member";

    private final Formations formations;
    private final People people;
    private final Squads squads;
    private final FormingSquads formingSquads;
    private final JoiningSquads joiningSquads;
    private final SkillCatalogue catalogue;
    private final RefiningSkills refiningSkills;
    private final Chronicle chronicle;
    private final Clock clock;

    FormingAsProposed(
            Formations formations,
            People people,
            Squads squads,
            FormingSquads formingSquads,
            JoiningSquads joiningSquads,
            SkillCatalogue catalogue,
            RefiningSkills refiningSkills,
            Chronicle chronicle,
            Clock clock) {
        this.formations = formations;
        this.people = people;
        this.squads = squads;
        this.formingSquads = formingSquads;
        this.joiningSquads = joiningSquads;
        this.catalogue = catalogue;
        this.refiningSkills = refiningSkills;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /**
     * Forms a squad under this id of the proposal with this number. Its people are held, in order of their ids so that
     * two who form squads of the same people wait for each other instead of for ever, and asked for their time anew.
     */
    @Transactional
    public StaffingOutcome form(UUID squadId, UUID formationId, int number, Founding founding) {
        Optional<Formation> held = formations.hold(formationId);
        if (held.isEmpty() || !held.get().has(number)) {
            return new StaffingOutcome.NoSuchProposal();
        }
        Formation formation = held.get();
        UUID before = formation.formed().get(number);
        if (before != null) {
            return new StaffingOutcome.FormedBefore(before);
        }
        List<Candidate> members = formation.proposal(number).members();
        if (!founding.isLedByOneOf(members)) {
            return new StaffingOutcome.LeadNotProposed();
        }
        Brief brief = formation.commission().brief();
        LocalDate since = laterOf(brief.from(), LocalDate.now(clock));
        List<Engaged> engaged = engaged(members, brief.allocation(), since);
        if (!engaged.isEmpty()) {
            return new StaffingOutcome.NoLongerFree(engaged);
        }
        staff(squadId, formation.commission(), members, since, founding);
        formations.formed(formationId, number, squadId);
        return new StaffingOutcome.Staffed(noted(squadId, new AsProposed(formationId, number)));
    }

    private Squad noted(UUID squadId, AsProposed origin) {
        Squad squad = squads.find(squadId).orElseThrow();
        chronicle.record(new Happening(squadId, squad.version(), "squad.formed-as-proposed", clock.instant(), origin));
        return squad;
    }

    private List<Engaged> engaged(List<Candidate> members, int allocation, LocalDate since) {
        members.stream().map(Candidate::personId).sorted().forEach(people::hold);
        List<Membership> elsewhere =
                squads.ofPeople(members.stream().map(Candidate::personId).toList());
        List<Engaged> engaged = new ArrayList<>();
        for (int place = 0; place < members.size(); place++) {
            UUID person = members.get(place).personId();
            Stream<Membership> theirs = elsewhere.stream()
                    .filter(membership -> membership.personId().equals(person));
            Membership here = new Membership(person, MEMBER, allocation, since, null);
            Allocation highest = Allocation.highestFrom(
                    since, Stream.concat(theirs, Stream.of(here)).toList());
            if (highest.isTooMuch()) {
                engaged.add(new Engaged(place, members.get(place).name(), highest));
            }
        }
        return engaged;
    }

    private void staff(
            UUID squadId, Commission commission, List<Candidate> members, LocalDate since, Founding founding) {
        Mission mission = commission.mission();
        formingSquads.form(squadId, new Charter(founding.name(), mission, founding.scope()));
        for (Candidate member : members) {
            String role = member.personId().equals(founding.lead()) ? LEAD : MEMBER;
            done(joiningSquads.join(
                    squadId,
                    OptionalLong.empty(),
                    new Wish(member.personId(), role, commission.brief().allocation(), since)));
        }
        List<SkillRequirement> central = catalogue.required(mission.valueArea()).requirements();
        done(refiningSkills.refine(
                squadId,
                OptionalLong.empty(),
                RefinedSkill.refinementTo(commission.brief().asked(), central)));
    }

    /** Nothing can be refused of what was proposed for a squad that is new, by people who are held and have the time. */
    private static void done(SquadOutcome outcome) {
        if (outcome instanceof SquadOutcome.Refused refused) {
            throw new IllegalStateException("not formed as it was proposed: " + refused);
        }
    }

    private static LocalDate laterOf(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** What is said of the squad beside the proposal. */
    public record Founding(
            String name, Scope scope, @Nullable UUID lead) {

        private boolean isLedByOneOf(List<Candidate> members) {
            return lead == null
                    || members.stream().anyMatch(member -> member.personId().equals(lead));
        }
    }

    /** Of which proposal the squad was formed. */
    record AsProposed(UUID formationId, int proposal) {}
}

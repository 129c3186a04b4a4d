package org.customervaluesquads.squadservice.stages;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.customervaluesquads.squadservice.squads.Allocation;

/** What makes a team a customer value squad. */
public final class HealthRules {

    static final int FEWEST = 6;
    static final int MOST = 10;
    static final int DEPARTMENTS = 3;

    private static final Pattern LEAD = Pattern.compile("\\blead\\b", Pattern.CASE_INSENSITIVE);

    public static final Rule SIZE = Rule.advisory("six-to-ten-people", "members", HealthRules::size);
    public static final Rule THREE_DEPARTMENTS =
            Rule.critical("three-departments", "members", HealthRules::departments);
    public static final Rule LEAD_NAMED = Rule.critical("a-lead", "members", HealthRules::lead);
    public static final Rule OUTCOME_METRIC =
            Rule.critical("an-outcome-metric", "mission.outcomeMetric", HealthRules::outcomeMetric);
    public static final Rule TARGET = Rule.critical("a-target", "mission.target", HealthRules::target);
    public static final Rule WITHIN_THEIR_TIME =
            Rule.critical("nobody-over-allocated", "members", HealthRules::withinTheirTime);

    /** All of them, in the order in which they are told. */
    public static final List<Rule> ALL =
            List.of(SIZE, THREE_DEPARTMENTS, LEAD_NAMED, OUTCOME_METRIC, TARGET, WITHIN_THEIR_TIME);

    private HealthRules() {}

    private static Reading size(Examined squad) {
        int members = squad.present().size();
        return Reading.of(
                members >= FEWEST && members <= MOST,
                Map.of("members", members, "least", FEWEST, "most", MOST),
                "has %d people; a squad is %d to %d".formatted(members, FEWEST, MOST),
                members < FEWEST
                        ? "have %d more people join".formatted(FEWEST - members)
                        : "have %d people leave, or make two squads of it".formatted(members - MOST));
    }

    private static Reading departments(Examined squad) {
        int departments = Math.toIntExact(squad.distinctDepartments());
        return Reading.of(
                departments >= DEPARTMENTS,
                Map.of("departments", departments, "least", DEPARTMENTS),
                "comes from %d departments, of at least %d: from fewer it is a silo"
                        .formatted(departments, DEPARTMENTS),
                "have people of %d more departments join".formatted(DEPARTMENTS - departments));
    }

    private static Reading lead(Examined squad) {
        int leads = Math.toIntExact(squad.present().stream()
                .filter(membership -> LEAD.matcher(membership.role()).find())
                .count());
        return Reading.of(
                leads > 0,
                Map.of("leads", leads, "least", 1),
                leads > 0 ? "has a lead" : "has nobody whose role is lead",
                "give one of its people the role lead");
    }

    private static Reading outcomeMetric(Examined squad) {
        boolean named = squad.squad().charter().mission().outcomeMetric() != null;
        return Reading.of(
                named,
                Map.of("outcomeMetrics", named ? 1 : 0, "least", 1),
                named ? "has an outcome metric" : "has no metric by which its outcome is judged",
                "name the mission's outcome metric");
    }

    private static Reading target(Examined squad) {
        boolean set = squad.squad().charter().mission().target() != null;
        return Reading.of(
                set,
                Map.of("targets", set ? 1 : 0, "least", 1),
                set ? "has a target" : "has no target to reach",
                "set the mission's target, in the unit of the outcome metric");
    }

    private static Reading withinTheirTime(Examined squad) {
        int over = Math.toIntExact(squad.overAllocated());
        int highest = squad.highest().values().stream()
                .mapToInt(Allocation::percent)
                .max()
                .orElse(0);
        return Reading.of(
                over == 0,
                Map.of("people", over, "highestPercent", highest, "mostPercent", Allocation.WHOLE),
                "%d people give more than %d %% of their time to squads".formatted(over, Allocation.WHOLE),
                "lower what these people give to this squad or to others");
    }
}

package org.customervaluesquads.squadservice.playbooks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.squadservice.playbooks.Playbook.Method;
import org.customervaluesquads.squadservice.squads.Charter;
import org.customervaluesquads.squadservice.squads.Squad;

/**
 * A squad that begins from a playbook.
 *
 * @param carriesOver what it has from there
 * @param decideAnew what cannot be had from elsewhere
 */
public record Replica(Squad squad, Origin origin, List<String> carriesOver, List<Open> decideAnew) {

    /** What a squad has from a playbook, and what it lacks as long as its charter says no more. */
    static Replica of(Squad squad, Origin origin, Playbook playbook) {
        return new Replica(squad, origin, carriedOver(playbook.method()), open(squad.charter(), playbook.method()));
    }

    private static List<String> carriedOver(Method method) {
        return List.of(
                "mission: " + method.mission().valueArea() + ", "
                        + method.mission().goal(),
                "outcome metric: " + method.mission().outcomeMetric(),
                "skills asked for: " + method.skills().size(),
                "decision rights: " + method.rights().size() + ", otherwise " + method.otherwise(),
                "failure budget: %d failed cycles within %d days".formatted(method.mostFailed(), method.failureDays()),
                "cadence: " + method.cadence(),
                "metrics: " + method.metrics().size(),
                "lessons: " + method.lessons().size(),
                "cycles: %d kept, %d dropped"
                        .formatted(method.kept().size(), method.dropped().size()));
    }

    private static List<Open> open(Charter charter, Method method) {
        List<Open> open = new ArrayList<>();
        open.add(new Open("members", "people are of the place; the skills that it takes: " + skills(method)));
        open.add(new Open("lead", "somebody who is there has to answer for it"));
        if (charter.scope().equals(Scope.EVERYTHING)) {
            open.add(new Open("scope", "without one it would be about the customers of every other squad too"));
        }
        if (charter.mission().target() == null) {
            open.add(new Open("mission.target", "what can be reached depends on the customers who are there"));
        }
        if (charter.mission().dueOn() == null) {
            open.add(new Open("mission.dueOn", "it begins at another time"));
        }
        open.add(new Open("decisionRights", "who must agree beyond them may be somebody else there"));
        open.add(new Open("policies", "the region's rules may differ from those under which the playbook was written"));
        return List.copyOf(open);
    }

    private static String skills(Method method) {
        return method.skills().stream()
                .map(need -> "%d with %s at level %d".formatted(need.people(), need.skill(), need.level()))
                .collect(Collectors.joining(", "));
    }

    /** Something that has to be decided anew, and why. */
    public record Open(String field, String reason) {}
}

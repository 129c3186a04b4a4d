package org.customervaluesquads.squadservice.formations;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customervaluesquads.squadservice.skills.SkillCover;
import org.customervaluesquads.squadservice.skills.SkillRequirement;

/**
 * Measures teams of one set of candidates against a brief and against the teams proposed earlier. It is asked some
 * hundred thousand times for one proposal, and therefore knows beforehand how well each candidate can do what is asked.
 */
public final class Yardstick {

    private final Brief brief;
    private final List<Set<UUID>> earlier;
    private final IdentityHashMap<Candidate, int[]> levels = new IdentityHashMap<>();

    /** A yardstick for these candidates, and no others. */
    public Yardstick(Brief brief, Collection<Candidate> candidates, List<Set<UUID>> earlier) {
        this.brief = brief;
        this.earlier = List.copyOf(earlier);
        for (Candidate candidate : candidates) {
            int[] known = brief.asked().stream()
                    .mapToInt(asked -> SkillCover.levelOf(asked.skill(), candidate.skills()))
                    .toArray();
            levels.put(candidate, known);
        }
    }

    /** The brief that teams are measured against. */
    public Brief brief() {
        return brief;
    }

    /** How well a team fits; who is in it twice counts once, and is a fault. */
    public Fit measure(List<Candidate> team) {
        Set<UUID> people = new HashSet<>();
        Set<String> departments = new HashSet<>();
        for (Candidate member : team) {
            people.add(member.personId());
            departments.add(member.department());
        }
        int twice = team.size() - people.size();
        int missing = 0;
        int levelsShort = 0;
        for (int place = 0; place < brief.asked().size(); place++) {
            SkillRequirement asked = brief.asked().get(place);
            int[] best = best(place, asked.people(), team);
            for (int level : best) {
                missing += level < asked.level() ? 1 : 0;
                levelsShort += Math.max(0, asked.level() - level);
            }
        }
        int faults = twice + outOfSize(people.size()) + tooAlike(people);
        return new Fit(faults, missing, levelsShort, departments.size(), people.size());
    }

    /** The highest levels at which members can do the skill in this place, as many as are asked for. */
    private int[] best(int place, int people, List<Candidate> team) {
        int[] best = new int[people];
        for (Candidate member : team) {
            int level = requireNonNull(levels.get(member))[place];
            for (int rank = 0; rank < people && level > 0; rank++) {
                if (level > best[rank]) {
                    int lower = best[rank];
                    best[rank] = level;
                    level = lower;
                }
            }
        }
        return best;
    }

    private int outOfSize(int size) {
        return Math.max(0, brief.smallest() - size) + Math.max(0, size - brief.largest());
    }

    private int tooAlike(Set<UUID> people) {
        int faults = 0;
        for (Set<UUID> other : earlier) {
            int shared = 0;
            for (UUID person : people) {
                shared += other.contains(person) ? 1 : 0;
            }
            faults += Math.max(0, shared - brief.smallest() / 2);
        }
        return faults;
    }
}

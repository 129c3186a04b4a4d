package org.customervaluesquads.squadservice.formations.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customervaluesquads.squadservice.availability.Calendars;
import org.customervaluesquads.squadservice.availability.FreeTime;
import org.customervaluesquads.squadservice.formations.Brief;
import org.customervaluesquads.squadservice.formations.Candidate;
import org.customervaluesquads.squadservice.formations.Candidates;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.customervaluesquads.squadservice.squads.Membership;
import org.hibernate.Session;

/** Candidates out of people, their skills and their memberships. */
@ApplicationScoped
class StoredCandidates implements Candidates {

    /** What is allocated is most on the first day or on a day on which a membership begins: only those are looked at. */
    private static final String FREE = """
            select p.id from person p
            left join person_skill s on s.person_id = p.id and s.skill = any(cast(:skills as text[]))
            where (cardinality(cast(:regions as text[])) = 0 or p.region = any(cast(:regions as text[])))
              and (cardinality(cast(:departments as text[])) = 0 or p.department = any(cast(:departments as text[])))
              and not exists (
                select 1 from membership m where m.person_id = p.id and (m.until is null or m.until > :day)
                and (select sum(o.allocation) from membership o where o.person_id = p.id
                     and o.since <= greatest(m.since, :day)
                     and (o.until is null or o.until > greatest(m.since, :day))) > 100 - :allocation)
            group by p.id order by count(s.skill) desc, sum(s.level) desc nulls last, p.id limit :most""";

    private final Session database;
    private final People people;
    private final Calendars calendars;

    StoredCandidates(Session database, People people, Calendars calendars) {
        this.database = database;
        this.people = people;
        this.calendars = calendars;
    }

    @Override
    @Transactional
    public List<Candidate> free(Brief brief, int most) {
        List<UUID> ids = database.createNativeQuery(FREE, UUID.class)
                .setParameter(
                        "skills",
                        brief.asked().stream().map(SkillRequirement::skill).toArray(String[]::new))
                .setParameter("regions", array(brief.regions()))
                .setParameter("departments", array(brief.departments()))
                .setParameter("day", brief.from())
                .setParameter("allocation", brief.allocation())
                .setParameter("most", most)
                .getResultList();
        Map<UUID, Person> known = people.named(ids);
        Map<UUID, List<Membership>> memberships = calendars.notEnded(ids, brief.from());
        return ids.stream()
                .map(known::get)
                .map(person -> candidate(person, brief, memberships.getOrDefault(person.id(), List.of())))
                .toList();
    }

    private static Candidate candidate(Person person, Brief brief, List<Membership> memberships) {
        return new Candidate(
                person.id(),
                person.profile().name(),
                person.profile().department(),
                person.profile().region(),
                person.profile().skills(),
                FreeTime.lastingFrom(brief.from(), memberships));
    }

    private static String[] array(Set<String> values) {
        return values.toArray(String[]::new);
    }
}

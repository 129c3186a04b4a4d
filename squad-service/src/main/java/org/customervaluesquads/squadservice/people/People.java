package org.customervaluesquads.squadservice.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people whom this service knows. */
public interface People {

    /** Keeps a new person. */
    void add(Person person);

    /** Keeps a person in place of what was known under the same id. */
    void replace(Person person);

    /** The person with this id. */
    Optional<Person> find(UUID id);

    /**
     * The person with this id, whom nobody else can change, or give to a squad, before the transaction has ended. Of
     * what a transaction holds, it holds people first and squads second, so that no two wait for each other.
     */
    Optional<Person> hold(UUID id);

    /** The people with these ids, in a number of queries that does not depend on how many they are. */
    Map<UUID, Person> named(Collection<UUID> ids);

    /** The people with these ids as their squads show them, in a number of queries that does not depend on how many. */
    Map<UUID, Colleague> colleagues(Collection<UUID> ids);

    /** At most so many of the people wanted, in order of their ids, beginning after one of them. */
    List<Person> page(PeopleFilter filter, @Nullable UUID after, int most);
}

package org.customervaluesquads.squadservice.platform;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two squads whose initiatives are interwoven, since some people are in both.
 *
 * @param one the squad whose id is lower
 * @param people the names of those who are in both today, by their ids
 */
public record SharedPeople(NamedSquad one, NamedSquad other, Map<UUID, String> people) {

    /** A squad by its name. */
    public record NamedSquad(UUID id, String name) {}

    /** Where in a list of such pairs a pair stands. */
    public record Place(UUID one, UUID other) {

        /** Before all pairs. */
        public static final Place FIRST = new Place(new UUID(0, 0), new UUID(0, 0));
    }

    /** Squads that share people. */
    public interface Pairs {

        /** At most so many pairs, in order of their ids, beginning after a place. */
        List<SharedPeople> page(Place after, int most);

        /** At most so many pairs that one squad is part of. */
        List<SharedPeople> of(UUID squadId, Place after, int most);
    }
}

package org.customervaluesquads.squadservice.people;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** People as they were known. */
public interface PastPeople {

    /**
     * The people with these ids as they were known at the moment, in one query however many they are; one who was not
     * known yet is absent.
     */
    Map<UUID, Person> asOf(Instant moment, Collection<UUID> ids);
}

package org.customervaluesquads.squadservice.squads;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The squads that there are and were. */
public interface Squads {

    /** Keeps a new squad. */
    void add(Squad squad);

    /** Keeps a squad in place of what was known under the same id. */
    void replace(Squad squad);

    /** The squad with this id. */
    Optional<Squad> find(UUID id);

    /** The squad with this id, which nobody else can change before the transaction has ended. */
    Optional<Squad> hold(UUID id);

    /** At most so many squads, of one stage where one is named, in order of their ids, beginning after one of them. */
    List<Squad> page(@Nullable Stage stage, @Nullable UUID after, int most);

    /** The squads that a person is in or will be, in order of their ids. */
    List<UUID> withMember(UUID personId, LocalDate today);

    /** What these people were, are and will be in any squad, in one query however many they are. */
    List<Membership> ofPeople(Collection<UUID> personIds);

    /** What a person was, is and will be in squads other than this one. */
    List<Membership> elsewhere(UUID personId, UUID squadId);
}

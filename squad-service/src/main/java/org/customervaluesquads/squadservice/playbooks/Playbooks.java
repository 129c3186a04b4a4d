package org.customervaluesquads.squadservice.playbooks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The playbooks that were written, and the squads that come from them. */
public interface Playbooks {

    /** Keeps a new playbook. */
    void add(Playbook playbook);

    /** Keeps where a squad comes from. */
    void add(Origin origin);

    /** The playbook with this id. */
    Optional<Playbook> find(UUID id);

    /** The newest playbook of a squad. */
    Optional<Playbook> newestOf(UUID squadId);

    /** At most so many playbooks, in order of their ids, beginning after one of them. */
    List<Playbook> page(@Nullable UUID after, int most);

    /** How many playbooks a squad has written. */
    int countOf(UUID squadId);

    /** Where a squad comes from, if it was replicated. */
    Optional<Origin> originOf(UUID squadId);

    /** A squad with all its ancestors and their replicas, the first ancestor first; at most so many. */
    List<Kin> familyOf(UUID squadId, int most);
}

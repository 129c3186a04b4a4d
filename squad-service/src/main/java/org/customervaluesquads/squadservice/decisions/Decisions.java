package org.customervaluesquads.squadservice.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decisions that were made and proposed. */
public interface Decisions {

    /** Keeps a new decision. */
    void add(Decision decision);

    /** Keeps what was said of a decision; the decision is as it is after it. */
    void add(Entry entry, Decision after);

    /** Keeps that a decision was corrected, which the correction itself says. */
    void corrected(Decision after);

    /** The squad of the decision with this id, without reading the decision. */
    Optional<UUID> squadOf(UUID id);

    /** The decision with this id. */
    Optional<Decision> find(UUID id);

    /** At most so many decisions of a squad, in order of their ids, beginning after one of them. */
    List<Decision> page(UUID squadId, @Nullable UUID after, int most);

    /** At most so many decisions that are to be reviewed by the day, in order of when, beginning after one of them. */
    List<Decision> due(LocalDate by, @Nullable Due after, int most);

    /** When a decision is to be reviewed; its place among those that are. */
    record Due(LocalDate on, UUID decisionId) {}
}

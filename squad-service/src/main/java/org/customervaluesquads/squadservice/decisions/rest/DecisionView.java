package org.customervaluesquads.squadservice.decisions.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.decisions.Authority;
import org.customervaluesquads.squadservice.decisions.Choice;
import org.customervaluesquads.squadservice.decisions.Decision;
import org.customervaluesquads.squadservice.decisions.Entry;
import org.customervaluesquads.squadservice.decisions.Standing;
import org.jspecify.annotations.Nullable;

/** A decision with all that was said of it, as it is shown. */
record DecisionView(
        UUID id,
        UUID squadId,
        long version,
        Standing standing,
        Choice choice,
        Authority authority,
        Instant madeAt,
        @Nullable LocalDate reviewDue,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy,
        List<Entry> entries) {

    static DecisionView of(Decision decision) {
        return new DecisionView(
                decision.id(),
                decision.squadId(),
                decision.version(),
                decision.standing(),
                decision.choice(),
                decision.authority(),
                decision.madeAt(),
                decision.reviewDue().orElse(null),
                decision.corrects(),
                decision.correctedBy(),
                decision.entries());
    }
}

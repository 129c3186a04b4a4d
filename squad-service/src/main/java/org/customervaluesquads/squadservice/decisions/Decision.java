package org.customervaluesquads.squadservice.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A decision or a proposal, with all that was said of it later. Nothing of it is ever edited: each entry and each
 * correction is a new one.
 *
 * @param authority under which right it was made, as the rights were then
 * @param corrects the decision in whose place it stands
 * @param correctedBy the decision that stands in its place
 */
public record Decision(
        UUID id,
        UUID squadId,
        Choice choice,
        Authority authority,
        Instant madeAt,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy,
        List<Entry> entries) {

    /** Takes a copy of the list. */
    public Decision {
        entries = List.copyOf(entries);
    }

    /** A decision as it begins. */
    static Decision made(
            UUID id, UUID squadId, Choice choice, DecisionRights rights, @Nullable UUID corrects, Instant now) {
        return new Decision(
                id, squadId, choice, rights.over(choice.kind(), choice.spend()), now, corrects, null, List.of());
    }

    /** Rises by one with each entry and with its correction. */
    public long version() {
        return 1L + entries.size() + (correctedBy == null ? 0 : 1);
    }

    /** Where it stands. */
    public Standing standing() {
        if (correctedBy != null) {
            return Standing.CORRECTED;
        }
        if (said(Entry.Kind.REFUSED)) {
            return Standing.REFUSED;
        }
        return authority.mustAgree() == null || said(Entry.Kind.AGREED) ? Standing.DECIDED : Standing.PROPOSED;
    }

    /** When it is to be reviewed next, if it is. */
    public Optional<LocalDate> reviewDue() {
        if (standing() == Standing.CORRECTED || standing() == Standing.REFUSED) {
            return Optional.empty();
        }
        return entries.stream()
                .filter(entry -> entry.kind() == Entry.Kind.REVIEWED)
                .reduce((earlier, later) -> later)
                .map(review -> Optional.ofNullable(review.nextReviewOn()))
                .orElse(Optional.of(choice.reviewOn()));
    }

    Decision with(Entry entry) {
        List<Entry> more = Stream.concat(entries.stream(), Stream.of(entry)).toList();
        return new Decision(id, squadId, choice, authority, madeAt, corrects, correctedBy, more);
    }

    Decision correctedBy(UUID other) {
        return new Decision(id, squadId, choice, authority, madeAt, corrects, other, entries);
    }

    private boolean said(Entry.Kind kind) {
        return entries.stream().anyMatch(entry -> entry.kind() == kind);
    }
}

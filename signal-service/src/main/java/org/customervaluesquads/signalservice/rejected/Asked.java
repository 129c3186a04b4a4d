package org.customervaluesquads.signalservice.rejected;

import java.time.Instant;
import org.customervaluesquads.contracts.SignalRejected;
import org.jspecify.annotations.Nullable;

/**
 * Which refusals somebody asks for; what is null is not asked about.
 *
 * @param field a field that was refused
 * @param reason part of a reason, of that field if one is asked about
 * @param from refused at this time or later
 * @param to refused before this time
 * @param open only those that no replay has settled yet
 */
public record Asked(
        @Nullable String source,
        @Nullable String door,
        @Nullable String field,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean open) {

    /** Whether a refusal is one of them; its time is left to whoever goes through them in order. */
    public boolean holds(SignalRejected refused) {
        return (source == null || source.equals(refused.source()))
                && (door == null || door.equals(refused.door()))
                && (!open || isOpen(refused))
                && refused.errors().stream().anyMatch(this::holds);
    }

    private boolean holds(SignalRejected.Reason error) {
        return (field == null || field.equals(error.field()))
                && (reason == null || error.reason().contains(reason));
    }

    /** The same, only those that are still open. */
    public Asked onlyOpen() {
        return new Asked(source, door, field, reason, from, to, true);
    }

    /** Whether it was not replayed, or was refused again. */
    public static boolean isOpen(SignalRejected refused) {
        return refused.replayVerdict() == null || refused.replayVerdict().equals(SignalRejected.REJECTED);
    }
}

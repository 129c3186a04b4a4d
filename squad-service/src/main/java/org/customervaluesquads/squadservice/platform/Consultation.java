package org.customervaluesquads.squadservice.platform;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A squad's request to the central platforms, and what became of it.
 *
 * @param version rises by one with each change
 * @param triage absent until somebody has looked at it
 * @param answer absent until it is answered; nothing changes afterwards
 */
public record Consultation(
        UUID id,
        long version,
        UUID squadId,
        Wanted wanted,
        Instant raisedAt,
        @Nullable Triage triage,
        @Nullable Answer answer) {

    /** What a squad wants; of a capability, where it names one. */
    public record Wanted(@Nullable UUID capabilityId, String title, String wish) {}

    /** How urgent it is and who of the central team sees to it. */
    public record Triage(
            Priority priority, String owner, @Nullable String note, Instant at) {}

    /** What the central team answers. */
    public record Answer(Verdict verdict, String words, Instant at) {}

    /** How urgent a request is. */
    public enum Priority {
        LOW,
        MEDIUM,
        HIGH;

        @Override
        public String toString() {
            return words(this);
        }
    }

    /** Whether the central team does what was asked. */
    public enum Verdict {
        DONE,
        PLANNED,
        DECLINED;

        @Override
        public String toString() {
            return words(this);
        }
    }

    /** How far a request has come. */
    public enum State {
        OPEN,
        TRIAGED,
        ANSWERED;

        @Override
        public String toString() {
            return words(this);
        }
    }

    /** How far it has come. */
    public State state() {
        if (answer != null) {
            return State.ANSWERED;
        }
        return triage == null ? State.OPEN : State.TRIAGED;
    }

    /** The same, looked at, and perhaps not for the first time. */
    public Consultation triaged(Triage looked) {
        return new Consultation(id, version + 1, squadId, wanted, raisedAt, looked, answer);
    }

    /** The same, answered for good. */
    public Consultation answered(Answer given) {
        return new Consultation(id, version + 1, squadId, wanted, raisedAt, triage, given);
    }

    /** Its name, as clients read and write it. */
    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

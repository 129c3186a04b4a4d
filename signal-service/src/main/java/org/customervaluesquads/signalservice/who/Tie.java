package org.customervaluesquads.signalservice.who;

import java.time.Instant;
import java.util.Locale;

/**
 * How a subject stands to a customer, as the customer's merge log tells it.
 *
 * @param at when the signal occurred that says they are one
 * @param by its source and id
 */
public record Tie(Instant at, String by, State state) {

    /** A tie of which the subject does not know yet. */
    public static Tie asked(Instant at, String by) {
        return new Tie(at, by, State.ASKED);
    }

    /** How far it has come. */
    public enum State {
        /** The subject's own partition has not answered yet. */
        ASKED,
        /** The subject is the customer's. */
        JOINED,
        /** Another customer was first. */
        OTHER,
        /** The subject has too many customers, and is nobody's. */
        SHARED,
        /** It was taken back. */
        UNMERGED;

        /** The word for it in messages and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of a word. */
        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    Tie in(State now) {
        return new Tie(at, by, now);
    }
}

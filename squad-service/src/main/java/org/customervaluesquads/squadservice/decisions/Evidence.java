package org.customervaluesquads.squadservice.decisions;

import org.jspecify.annotations.Nullable;

/**
 * Something that a decision rests on.
 *
 * @param asItWas what it said at the time; of a cycle this service knows that itself
 */
public record Evidence(Kind kind, String id, @Nullable Object asItWas) {

    /** What kind of thing it is; read and written by its name in words. */
    public enum Kind {
        INTENT("intent"),
        METRIC("metric"),
        CYCLE("cycle");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}

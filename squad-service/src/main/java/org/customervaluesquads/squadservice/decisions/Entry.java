package org.customervaluesquads.squadservice.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a decision later.
 *
 * @param by who said it
 * @param text why, or what came of it
 * @param nextReviewOn when to look again
 */
public record Entry(
        UUID id,
        UUID decisionId,
        Kind kind,
        String by,
        String text,
        @Nullable LocalDate nextReviewOn,
        Instant at) {

    /** What kind of thing was said; read and written by its name in words. */
    public enum Kind {
        AGREED("agreed"),
        REFUSED("refused"),
        REVIEWED("reviewed");

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

package org.customervaluesquads.squadservice.idempotency.rest;

import org.customervaluesquads.squadservice.problems.Problem;

/** The key by which a request is known that its sender may send again; the framework makes it of the header. */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    /** Refuses what could not be kept. */
    public IdempotencyKey {
        if (value.isBlank() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw Problem.of(400, "The key is not one by which a request could be known again.")
                    .with(HEADER, "must be text of 1 to " + LONGEST + " characters without control characters")
                    .asException();
        }
    }
}

package org.customervaluesquads.squadservice.paging;

import java.util.UUID;
import org.customervaluesquads.squadservice.problems.Problem;
import org.jspecify.annotations.Nullable;

/** The row after which a page begins: what {@code next} said on the page before. */
public record After(UUID id) {

    /** Reads the parameter; called by the framework. */
    public static After fromString(String parameter) {
        try {
            return new After(UUID.fromString(parameter));
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(400, "A parameter is not what it must be.")
                    .with("after", "must be the `next` of another page")
                    .asException();
        }
    }

    /** The row's id, or null for the first page. */
    public static @Nullable UUID idOf(@Nullable After after) {
        return after == null ? null : after.id();
    }
}

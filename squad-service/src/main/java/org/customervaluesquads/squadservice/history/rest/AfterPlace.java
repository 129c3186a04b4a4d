package org.customervaluesquads.squadservice.history.rest;

import org.customervaluesquads.squadservice.problems.Problem;
import org.jspecify.annotations.Nullable;

/** The place after which a page of events begins: what {@code next} said on the page before. */
record AfterPlace(long place) {

    /** Reads the parameter; called by the framework. */
    public static AfterPlace fromString(String parameter) {
        if (parameter.matches("\\d{1,18}")) {
            return new AfterPlace(Long.parseLong(parameter));
        }
        throw Problem.of(400, "A parameter is not what it must be.")
                .with("after", "must be the `next` of another page")
                .asException();
    }

    static long placeOf(@Nullable AfterPlace after) {
        return after == null ? 0 : after.place();
    }
}

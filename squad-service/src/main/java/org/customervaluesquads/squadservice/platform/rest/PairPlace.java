package org.customervaluesquads.squadservice.platform.rest;

import java.util.UUID;
import org.customervaluesquads.squadservice.platform.SharedPeople.Place;
import org.customervaluesquads.squadservice.problems.Problem;
import org.jspecify.annotations.Nullable;

/** The pair of squads after which a page begins: what {@code next} said on the page before. */
record PairPlace(Place place) {

    private static final String BETWEEN = "~";

    /** Reads the parameter; called by the framework. */
    public static PairPlace fromString(String parameter) {
        String[] ids = parameter.split(BETWEEN, 2);
        try {
            return new PairPlace(new Place(UUID.fromString(ids[0]), UUID.fromString(ids[ids.length - 1])));
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(400, "A parameter is not what it must be.")
                    .with("after", "must be the `next` of another page")
                    .asException();
        }
    }

    static Place of(@Nullable PairPlace after) {
        return after == null ? Place.FIRST : after.place();
    }

    static String name(SharedPeopleView shared) {
        return shared.squads().getFirst().id()
                + BETWEEN
                + shared.squads().getLast().id();
    }
}

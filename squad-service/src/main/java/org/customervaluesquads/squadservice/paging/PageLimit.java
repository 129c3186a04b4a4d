package org.customervaluesquads.squadservice.paging;

import org.customervaluesquads.squadservice.problems.Problem;

/** How many rows a page has at most. */
public record PageLimit(int rows) {

    public static final String USUAL = "50";

    private static final int MOST = 200;

    /** Reads the parameter; called by the framework. */
    public static PageLimit fromString(String parameter) {
        if (parameter.matches("\\d{1,4}")) {
            int rows = Integer.parseInt(parameter);
            if (rows >= 1 && rows <= MOST) {
                return new PageLimit(rows);
            }
        }
        throw Problem.of(400, "A parameter is not what it must be.")
                .with("limit", "must be a whole number between 1 and " + MOST)
                .asException();
    }
}

package org.customervaluesquads.squadservice.decisions.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.customervaluesquads.squadservice.problems.Problem;

/** The day by which reviews are wanted. */
record ReviewDue(LocalDate by) {

    /** Reads the parameter; called by the framework. */
    public static ReviewDue fromString(String parameter) {
        try {
            return new ReviewDue(LocalDate.parse(parameter));
        } catch (DateTimeException unknown) {
            throw Problem.of(400, "A parameter is not what it must be.")
                    .with("reviewDue", "must be a date such as 2026-01-31")
                    .asException();
        }
    }
}

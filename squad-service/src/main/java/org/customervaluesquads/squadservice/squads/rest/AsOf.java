package org.customervaluesquads.squadservice.squads.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.customervaluesquads.squadservice.problems.Problem;

/** The past moment as of which something is to be shown. */
record AsOf(Instant moment) {

    /** Reads the parameter; called by the framework. */
    public static AsOf fromString(String parameter) {
        try {
            return new AsOf(
                    parameter.length() == "2026-01-31".length()
                            ? LocalDate.parse(parameter)
                                    .plusDays(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                                    .minusNanos(1)
                            : Instant.parse(parameter));
        } catch (DateTimeException unknown) {
            throw Problem.of(400, "A parameter is not what it must be.")
                    .with("asOf", "must be a moment such as 2026-01-31T12:00:00Z, or a date, which stands for its end")
                    .asException();
        }
    }
}

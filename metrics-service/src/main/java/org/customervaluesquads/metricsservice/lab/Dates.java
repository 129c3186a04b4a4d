package org.customervaluesquads.metricsservice.lab;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;

/** Moments as files write them: dates and times of ISO 8601, with a space or T, with or without an offset; else of UTC. */
final class Dates {

    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant(),
            text -> LocalDate.parse(text, COMPACT).atStartOfDay(ZoneOffset.UTC).toInstant());

    private Dates() {}

    /** The moment in a cell; that of 1970 where it is refused. */
    static Instant in(Question question, int row, int column) {
        String text = question.neededCell(row, column);
        String iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +", "$1T").replaceFirst("T(\\d):", "T0$1:");
        for (Function<String, Instant> form : FORMS) {
            try {
                return form.apply(iso);
            } catch (DateTimeException otherForm) {
                // the next one
            }
        }
        if (!text.isEmpty()) {
            question.flaw(row, column, "must be a date or a moment such as 2026-03-01 or 2026-03-01 08:00:00");
        }
        return Instant.EPOCH;
    }
}

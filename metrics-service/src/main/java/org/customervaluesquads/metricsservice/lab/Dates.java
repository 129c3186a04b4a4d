package org.customervaluesquads.metricsservice.lab;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Moments as files write them: dates and times of ISO 8601, with a space or T, with or without an offset; else of UTC. */
final class Dates {

    private static final int DATE_LENGTH = "2026-03-01".length();

    /** A space between date and time, and an hour of one digit. */
    private static final Pattern SPACED = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2})[ T] *(\\d:)?");

    private Dates() {}

    /** The moment in a cell; that of 1970 where it is refused. */
    static Instant in(Question question, int row, int column) {
        String text = question.neededCell(row, column);
        try {
            return text.isEmpty() ? Instant.EPOCH : moment(text);
        } catch (DateTimeException unreadable) {
            question.flaw(row, column, "must be a date or a moment such as 2026-03-01 or 2026-03-01 08:00:00");
            return Instant.EPOCH;
        }
    }

    private static Instant moment(String text) {
        if (text.length() <= DATE_LENGTH) {
            boolean isCompact = text.indexOf('-') < 0;
            return LocalDate.parse(text, isCompact ? BASIC_ISO_DATE : ISO_LOCAL_DATE)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }
        String iso = SPACED.matcher(text)
                .replaceFirst(begin -> begin.group(1) + "T" + (begin.group(2) == null ? "" : "0" + begin.group(2)));
        return hasOffset(iso)
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    private static boolean hasOffset(String iso) {
        return iso.endsWith("Z") || iso.indexOf('+', DATE_LENGTH) > 0 || iso.indexOf('-', DATE_LENGTH) > 0;
    }
}

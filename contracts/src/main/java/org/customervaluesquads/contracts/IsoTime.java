package org.customervaluesquads.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * ISO 8601 times with their offset, read fast in the form in which nearly all of them come: UTC, with seconds.
 *
 * <p>The formatter of the platform takes every form, and on the path of each signal it would be the dearest single call.
 */
public final class IsoTime {

    private static final int SECONDS_END = "2026-01-31T09:30:00".length();
    private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";
    private static final int FRACTION_DIGITS_MAX = 9;
    private static final int DAYS_TO_EPOCH = 719_468;

    private IsoTime() {}

    /**
     * Reads a time.
     *
     * @throws DateTimeException if it is none, or lacks its offset
     */
    public static Instant parse(String written) {
        return isPlain(written) ? plain(written) : OffsetDateTime.parse(written).toInstant();
    }

    private static boolean isPlain(String written) {
        int last = written.length() - 1;
        if (last < SECONDS_END || written.charAt(last) != 'Z' || last > SECONDS_END + 1 + FRACTION_DIGITS_MAX) {
            return false;
        }
        for (int i = 0; i < SECONDS_END; i++) {
            char wanted = PATTERN.charAt(i);
            char given = written.charAt(i);
            if (wanted == 'd' ? !isDigit(given) : wanted != given) {
                return false;
            }
        }
        if (last > SECONDS_END && (written.charAt(SECONDS_END) != '.' || last == SECONDS_END + 1)) {
            return false;
        }
        for (int i = SECONDS_END + 1; i < last; i++) {
            if (!isDigit(written.charAt(i))) {
                return false;
            }
        }
        int month = two(written, 5);
        int day = two(written, 8);
        // Days that not every month has, and leap seconds, are left to the platform.
        boolean hasDay = day >= 1 && (day <= 28 || (day <= 30 && month != 2));
        return month >= 1
                && month <= 12
                && hasDay
                && two(written, 11) <= 23
                && two(written, 14) <= 59
                && two(written, 17) <= 59;
    }

    private static Instant plain(String written) {
        long days = days(two(written, 0) * 100 + two(written, 2), two(written, 5), two(written, 8));
        long seconds = ((days * 24 + two(written, 11)) * 60 + two(written, 14)) * 60 + two(written, 17);
        int nanos = 0;
        int last = written.length() - 1;
        for (int i = SECONDS_END + 1; i <= SECONDS_END + FRACTION_DIGITS_MAX; i++) {
            nanos = 10 * nanos + (i < last ? written.charAt(i) - '0' : 0);
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }

    /** Days since 1970 in the proleptic Gregorian calendar, its years begun in March so that leap days come last. */
    private static long days(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int ofEra = y - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        long dayOfEra = ofEra * 365L + ofEra / 4 - ofEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - DAYS_TO_EPOCH;
    }

    private static int two(String written, int at) {
        return (written.charAt(at) - '0') * 10 + written.charAt(at + 1) - '0';
    }

    private static boolean isDigit(char given) {
        return given >= '0' && given <= '9';
    }
}

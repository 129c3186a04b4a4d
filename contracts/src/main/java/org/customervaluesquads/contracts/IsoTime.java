package org.customervaluesquads.contracts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * ISO 8601 times with their offset, read and written fast in the form that nearly all of them have: UTC, with seconds.
 *
 * <p>The formatter of the platform takes every form, and on the path of each signal it would be the dearest single call.
 */
public final class IsoTime {

    private static final int SECONDS_END = "2026-01-31T09:30:00".length();
    private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";
    private static final int FRACTION_DIGITS_MAX = 9;
    private static final int DAYS_TO_EPOCH = 719_468;

    private static final int DAYS_OF_ERA = 146_097;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final long YEAR_0000 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;

    private IsoTime() {}

    /**
     * Reads a time.
     *
     * @throws DateTimeException if it is none, or lacks its offset
     */
    public static Instant parse(String written) {
        return isPlain(written) ? plain(written) : OffsetDateTime.parse(written).toInstant();
    }

    /** Writes a time as {@link Instant#toString()} does. */
    public static String write(Instant time) {
        long seconds = time.getEpochSecond();
        if (seconds < YEAR_0000 || seconds >= YEAR_10000) {
            return time.toString();
        }
        byte[] written = new byte[SECONDS_END + 2 + FRACTION_DIGITS_MAX];
        writeDate(Math.floorDiv(seconds, SECONDS_OF_DAY), written);
        int ofDay = (int) Math.floorMod(seconds, (long) SECONDS_OF_DAY);
        written[10] = 'T';
        digits(ofDay / 3_600, 2, 11, written);
        written[13] = ':';
        digits(ofDay / 60 % 60, 2, 14, written);
        written[16] = ':';
        digits(ofDay % 60, 2, 17, written);
        int end = writeFraction(time.getNano(), written);
        written[end] = 'Z';
        return new String(written, 0, end + 1, ISO_8859_1);
    }

    private static void writeDate(long epochDay, byte[] written) {
        long day = epochDay + DAYS_TO_EPOCH;
        long era = Math.floorDiv(day, DAYS_OF_ERA);
        int ofEra = (int) Math.floorMod(day, (long) DAYS_OF_ERA);
        int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int fromMarch = (5 * ofYear + 2) / 153;
        int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        digits((int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0), 4, 0, written);
        written[4] = '-';
        digits(month, 2, 5, written);
        written[7] = '-';
        digits(ofYear - (153 * fromMarch + 2) / 5 + 1, 2, 8, written);
    }

    /** Writes no digits, or as many groups of three as it takes, and returns where they end. */
    private static int writeFraction(int nanos, byte[] written) {
        if (nanos == 0) {
            return SECONDS_END;
        }
        int shown = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : FRACTION_DIGITS_MAX;
        written[SECONDS_END] = '.';
        digits(shown == 3 ? nanos / 1_000_000 : shown == 6 ? nanos / 1_000 : nanos, shown, SECONDS_END + 1, written);
        return SECONDS_END + 1 + shown;
    }

    private static void digits(int number, int count, int at, byte[] written) {
        int rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            written[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Whether a text is a time of the shape that is read without the platform. */
    static boolean isPlain(String written) {
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

    /** Reads a time of that shape. */
    static Instant plain(String written) {
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
        return era * (long) DAYS_OF_ERA + dayOfEra - DAYS_TO_EPOCH;
    }

    private static int two(String written, int at) {
        return (written.charAt(at) - '0') * 10 + written.charAt(at + 1) - '0';
    }

    private static boolean isDigit(char given) {
        return given >= '0' && given <= '9';
    }
}

package org.customervaluesquads.metricsservice.answering;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.customervaluesquads.metricsservice.listening.Plausibility;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.jspecify.annotations.Nullable;

/** Single parameters understood, or refused by name. */
public final class Words {

    private Words() {}

    /** The one that is called like this. */
    public static <T> T oneOf(String field, String word, T[] all, Function<T, String> called) {
        return Arrays.stream(all)
                .filter(each -> called.apply(each).equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> refused(
                        field,
                        "must be one of " + Arrays.stream(all).map(called).toList()));
    }

    /** A date or a moment. */
    public static Instant moment(String field, @Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            Instant moment = text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (!moment.isBefore(Plausibility.EARLIEST) && moment.isBefore(Plausibility.LATEST)) {
                return moment;
            }
        } catch (DateTimeException unreadable) {
            // told below
        }
        throw refused(field, "must be a date or a moment, such as 2026-03-01 or 2026-03-01T08:00:00Z");
    }

    /** A number within bounds. */
    public static double number(String field, double number, double least, double most) {
        if (number >= least && number <= most) {
            return number;
        }
        throw refused(field, "must be a number from " + least + " to " + most);
    }

    private static RefusedRequest refused(String field, String reason) {
        return new RefusedRequest(List.of(new FieldError(field, reason)));
    }
}

package org.customervaluesquads.signalservice.intents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.customervaluesquads.contracts.IntentChanged.Evidence;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Words;

/** Evidence in words: {@code 3 pricing pages in the last 30 minutes, +1.2}. Counts are decayed, so they have decimals. */
public final class Saying {

    private static final double LEAST_SAID = 0.05;

    private Saying() {}

    /** A term in words. */
    public static String of(Evidence term, IntentCatalogue catalogue) {
        return "%s in the last %s, %s"
                .formatted(
                        counted(term.feature(), term.count(), catalogue),
                        inWords(term.halfLife()),
                        signed(term.contribution()));
    }

    /** So many of a feature. */
    static String counted(String feature, double count, IntentCatalogue catalogue) {
        String many = count < LEAST_SAID
                ? "less than 0.1"
                : BigDecimal.valueOf(count)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
        return many + " " + named(feature, many.equals("1"), catalogue);
    }

    /** What a feature is called. */
    static String named(String feature, boolean one, IntentCatalogue catalogue) {
        int slash = feature.indexOf('/');
        String type = slash < 0 ? feature : feature.substring(0, slash);
        Words words = Objects.requireNonNullElse(catalogue.words().get(type), new Words(type, type));
        String noun = one ? words.one() : words.many();
        return slash < 0 ? noun : feature.substring(feature.indexOf('=', slash) + 1) + " " + noun;
    }

    /** A number with its sign. */
    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.1f", value);
    }

    private static String inWords(Duration duration) {
        if (duration.toMinutesPart() == 0 && duration.toSecondsPart() == 0) {
            return duration.toHoursPart() == 0 && duration.toDays() > 1
                    ? duration.toDays() + " days"
                    : duration.toHours() + (duration.toHours() == 1 ? " hour" : " hours");
        }
        return duration.toSecondsPart() == 0 ? duration.toMinutes() + " minutes" : duration.toSeconds() + " seconds";
    }
}

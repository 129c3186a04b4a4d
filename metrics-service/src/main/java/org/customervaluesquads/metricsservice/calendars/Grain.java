package org.customervaluesquads.metricsservice.calendars;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How long a window is. */
public enum Grain {
    HOUR,
    DAY,
    /** From Monday on. */
    WEEK,
    MONTH,
    /** So many days up to the end of one, and the same up to the end of the next. */
    ROLLING,
    TOTAL;

    /** The grains that are kept and published; a total is reckoned when it is asked for. */
    public static final Set<Grain> KEPT = Set.copyOf(EnumSet.complementOf(EnumSet.of(TOTAL)));

    /** The grain as users and messages write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grain of a word, if it is one. */
    public static Optional<Grain> named(String word) {
        return Arrays.stream(values())
                .filter(grain -> grain.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Whether its windows are made of whole days of the squad, more than one. */
    public boolean isLongerThanADay() {
        return this == WEEK || this == MONTH || this == ROLLING;
    }
}

package org.customervaluesquads.localstack.replay;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customervaluesquads.localstack.Refusal;

/** How fast a replay goes: as fast as it can, or so many times as fast as it happened. */
public sealed interface Speed {

    /** When a signal is due, counted from the beginning of the replay; its time is counted from the first signal's. */
    Duration due(Duration sinceFirst);

    /** As fast as the door takes it. */
    record Max() implements Speed {

        @Override
        public Duration due(Duration sinceFirst) {
            return Duration.ZERO;
        }
    }

    /** So many times as fast as it happened. */
    record Times(BigDecimal factor) implements Speed {

        @Override
        public Duration due(Duration sinceFirst) {
            return Duration.ofMillis((long) (sinceFirst.toMillis() / factor.doubleValue()));
        }
    }

    /**
     * Reads {@code max}, {@code 1x}, {@code 60x}.
     *
     * @throws Refusal if it is neither
     */
    static Speed parse(String text) {
        Matcher times = Pattern.compile("(\\d{1,9}(\\.\\d{1,3})?)x").matcher(text);
        if (text.equals("max")) {
            return new Max();
        }
        if (times.matches() && new BigDecimal(times.group(1)).signum() > 0) {
            return new Times(new BigDecimal(times.group(1)));
        }
        throw new Refusal("--speed is max, or so many times as fast as it happened, such as 1x or 60x: " + text);
    }
}

package org.customervaluesquads.signalservice.backtest;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest is to find out.
 *
 * @param intent whose hand-set weights stand beside what is learned; null when the catalogue has none with the outcome
 * @param outcome the signal type that confirms it
 * @param horizon within which the outcome must come
 * @param json whether the answer is for machines
 */
record Question(@Nullable Intent intent, String outcome, Duration horizon, boolean json) {

    private static final Set<String> OPTIONS = Set.of("--intent", "--outcome", "--horizon");

    /** The name of an intent that is not in the catalogue. */
    private static final String UNNAMED = "outcome";

    /** Rare outcomes are the rule. */
    private static final double BIAS_OF_UNNAMED = -4;

    /** Something was asked for that cannot be answered. */
    static final class Misunderstood extends RuntimeException {
        Misunderstood(String reason) {
            super(reason);
        }
    }

    /**
     * Reads the arguments.
     *
     * @throws Misunderstood with what is wrong
     */
    static Question read(String[] arguments, IntentCatalogue catalogue) {
        Map<String, String> given = new TreeMap<>();
        List<String> rest = new ArrayList<>(Arrays.asList(arguments));
        boolean json = rest.remove("--json");
        for (int i = 0; i < rest.size(); i += 2) {
            if (!OPTIONS.contains(rest.get(i)) || i + 1 == rest.size()) {
                throw new Misunderstood("not understood: " + rest.get(i));
            }
            given.put(rest.get(i), rest.get(i + 1));
        }
        String outcome = given.get("--outcome");
        if (outcome == null || outcome.isBlank()) {
            throw new Misunderstood("--outcome is missing: the type of the signal that is to be foretold");
        }
        Intent intent = intentOf(given.get("--intent"), outcome, catalogue);
        Duration horizon = given.containsKey("--horizon")
                ? horizonOf(given.get("--horizon"))
                : intent == null ? Duration.ofHours(24) : intent.horizon();
        return new Question(intent, outcome, horizon, json);
    }

    /** The catalogue with this one intent. */
    IntentCatalogue on(IntentCatalogue catalogue) {
        Intent asked = intent == null
                ? new Intent(UNNAMED, outcome, horizon, BIAS_OF_UNNAMED, Map.of())
                : new Intent(intent.name(), outcome, horizon, intent.bias(), intent.weights());
        return new IntentCatalogue(
                catalogue.version(),
                catalogue.halfLives(),
                catalogue.properties(),
                catalogue.thresholds(),
                List.of(asked),
                catalogue.words());
    }

    private static @Nullable Intent intentOf(@Nullable String name, String outcome, IntentCatalogue catalogue) {
        if (name == null) {
            return catalogue.foretelling(outcome).stream().findFirst().orElse(null);
        }
        Intent named = catalogue.intent(name);
        if (named == null) {
            throw new Misunderstood("the catalogue has no intent %s; it has %s"
                    .formatted(
                            name,
                            String.join(
                                    ", ",
                                    catalogue.intents().stream()
                                            .map(Intent::name)
                                            .toList())));
        }
        return named;
    }

    private static Duration horizonOf(String text) {
        try {
            Duration horizon = Duration.parse(
                    text.toUpperCase(Locale.ROOT).startsWith("P") ? text : isoOf(text.toUpperCase(Locale.ROOT)));
            if (horizon.compareTo(Duration.ofSeconds(1)) >= 0 && horizon.compareTo(Duration.ofDays(366)) <= 0) {
                return horizon;
            }
        } catch (DateTimeParseException none) {
            // told below
        }
        throw new Misunderstood("--horizon must be from 1s to 366d, such as 24h, 90m or 14d, and not " + text);
    }

    private static String isoOf(String text) {
        return text.endsWith("D") ? "P" + text : "PT" + text;
    }
}

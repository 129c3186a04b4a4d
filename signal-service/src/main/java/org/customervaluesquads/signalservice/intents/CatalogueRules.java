package org.customervaluesquads.signalservice.intents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Flaw;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;
import org.jspecify.annotations.Nullable;

/** What a catalogue must be like to be used. */
final class CatalogueRules {

    static final int HALF_LIVES_MAX = 8;
    static final int INTENTS_MAX = 32;
    static final int WEIGHTS_MAX = 256;
    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST_HORIZON = Duration.ofDays(366);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,49}");

    private final List<Flaw> flaws = new ArrayList<>();

    private CatalogueRules() {}

    /** All that is wrong; empty for a catalogue that can be used. */
    static List<Flaw> flawsOf(
            @Nullable List<Duration> halfLives,
            Map<String, List<Property>> properties,
            Stage.@Nullable Thresholds thresholds,
            @Nullable List<Intent> intents) {
        CatalogueRules rules = new CatalogueRules();
        int count = rules.halfLives(halfLives);
        properties.forEach((type, shown) -> rules.require(
                !shown.isEmpty() && new HashSet<>(shown).size() == shown.size(),
                "properties." + type,
                "must name properties, each once"));
        rules.thresholds(thresholds);
        rules.intents(intents, count);
        return rules.flaws;
    }

    private int halfLives(@Nullable List<Duration> halfLives) {
        if (halfLives == null || halfLives.size() < 2 || halfLives.size() > HALF_LIVES_MAX) {
            require(false, "halfLives", "must be two to " + HALF_LIVES_MAX);
            return 0;
        }
        for (int i = 0; i < halfLives.size(); i++) {
            boolean whole = halfLives.get(i).toNanosPart() == 0;
            boolean rises = i == 0 || halfLives.get(i).compareTo(halfLives.get(i - 1)) > 0;
            require(
                    whole && rises && halfLives.get(i).compareTo(SHORTEST) >= 0,
                    "halfLives[" + i + "]",
                    "must be whole seconds, and longer than the one before");
        }
        return halfLives.size();
    }

    private void thresholds(Stage.@Nullable Thresholds given) {
        if (given == null) {
            require(false, "thresholds", "are missing");
            return;
        }
        require(isShare(given.emerging()), "thresholds.emerging", "must lie between 0 and 1");
        require(isShare(given.active()), "thresholds.active", "must lie between 0 and 1");
        require(given.emerging() < given.active(), "thresholds.active", "must be above emerging");
        require(given.surge() > 1 && given.surge() < 1e6, "thresholds.surge", "must be above 1");
        require(
                given.hysteresis() >= 0 && given.hysteresis() < 1,
                "thresholds.hysteresis",
                "must be from 0 to below 1");
        require(isShare(given.step()), "thresholds.step", "must lie between 0 and 1");
    }

    private void intents(@Nullable List<Intent> intents, int halfLives) {
        if (intents == null || intents.isEmpty() || intents.size() > INTENTS_MAX) {
            require(false, "intents", "must be one to " + INTENTS_MAX);
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < intents.size(); i++) {
            String field = "intents[" + i + "].";
            Intent intent = intents.get(i);
            boolean named = intent.name() != null && NAME.matcher(intent.name()).matches();
            require(named, field + "name", "must be lower-case letters, digits, dots and dashes, at most 50");
            require(names.add(intent.name()), field + "name", "is there twice");
            require(intent.outcome() != null && !intent.outcome().isBlank(), field + "outcome", "is missing");
            require(isHorizon(intent.horizon()), field + "horizon", "must be from a second to 366 days");
            require(isWeight(intent.bias()), field + "bias", "must lie between -20 and 20");
            weights(intent, field, halfLives);
        }
    }

    private void weights(Intent intent, String field, int halfLives) {
        if (intent.weights() == null || intent.weights().size() > WEIGHTS_MAX) {
            require(false, field + "weights", "must be there, for at most " + WEIGHTS_MAX + " features");
            return;
        }
        intent.weights().forEach((feature, weights) -> {
            require(
                    halfLives == 0 || (weights != null && weights.length == halfLives),
                    field + "weights." + feature,
                    "must be as many as the half-lives, %d".formatted(halfLives));
            for (int h = 0; weights != null && h < weights.length; h++) {
                require(isWeight(weights[h]), field + "weights." + feature, "must lie between -20 and 20");
            }
        });
    }

    private void require(boolean holds, String field, String reason) {
        if (!holds) {
            flaws.add(new Flaw(field, reason));
        }
    }

    private static boolean isShare(double value) {
        return value > 0 && value < 1;
    }

    private static boolean isHorizon(@Nullable Duration horizon) {
        return horizon != null && horizon.compareTo(SHORTEST) >= 0 && horizon.compareTo(LONGEST_HORIZON) <= 0;
    }

    private static boolean isWeight(double value) {
        return Math.abs(value) <= Weights.BOUND;
    }
}

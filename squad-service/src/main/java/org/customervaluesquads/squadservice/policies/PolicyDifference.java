package org.customervaluesquads.squadservice.policies;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a region says of a value, beside what is said globally.
 *
 * @param global absent where nothing is said globally
 */
public record PolicyDifference(Policy.Key key, @Nullable String global, String regional, Effect effect) {

    /** What comes of a region's word. */
    public enum Effect {
        ADDED("added"),
        REFINED("refined"),
        CONFIRMED("confirmed"),
        LOCKED("locked");

        private final String words;

        Effect(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Everything that a region says, in order of kind and name. */
    public static List<PolicyDifference> of(PolicyLayer global, PolicyLayer region) {
        Map<Policy.Key, Policy> general =
                global.policies().stream().collect(Collectors.toMap(Policy::key, Function.identity()));
        return region.policies().stream()
                .map(policy -> of(general.get(policy.key()), policy))
                .sorted((one, other) -> one.key.compareTo(other.key))
                .toList();
    }

    private static PolicyDifference of(@Nullable Policy global, Policy regional) {
        if (global == null) {
            return new PolicyDifference(regional.key(), null, regional.value(), Effect.ADDED);
        }
        Effect effect = Effect.REFINED;
        if (global.value().equals(regional.value())) {
            effect = Effect.CONFIRMED;
        } else if (global.locked()) {
            effect = Effect.LOCKED;
        }
        return new PolicyDifference(regional.key(), global.value(), regional.value(), effect);
    }
}

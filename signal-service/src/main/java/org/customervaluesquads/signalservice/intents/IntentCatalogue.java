package org.customervaluesquads.signalservice.intents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.customervaluesquads.contracts.SignalRecorded;

/**
 * Which intents there are, and what speaks for each.
 *
 * @param version rises with each change
 * @param halfLives the short one first
 * @param properties for a signal type, the properties whose values are features of their own
 */
public record IntentCatalogue(
        int version,
        List<Duration> halfLives,
        Map<String, List<String>> properties,
        Stage.Thresholds thresholds,
        List<Intent> intents) {

    /** A catalogue whose weights do not fit its half-lives is refused. */
    public IntentCatalogue {
        for (Intent intent : intents) {
            intent.weights().forEach((feature, weights) -> {
                if (weights.length != halfLives.size()) {
                    throw new IllegalArgumentException("intent %s: feature %s has %d weights for %d half-lives"
                            .formatted(intent.name(), feature, weights.length, halfLives.size()));
                }
            });
        }
    }

    /**
     * One intent.
     *
     * @param outcome the signal type that confirms it
     * @param horizon within which the outcome must come
     * @param bias the log-odds of a customer of whom nothing is known
     * @param weights for each feature, one weight for each half-life
     */
    public record Intent(String name, String outcome, Duration horizon, double bias, Map<String, double[]> weights) {}

    /** The features that speak for an intent or against it. */
    public Set<String> features() {
        return intents.stream()
                .flatMap(intent -> intent.weights().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** The intents that a signal of this type confirms. */
    public List<Intent> foretelling(String type) {
        List<Intent> foretelling = List.of();
        for (Intent intent : intents) {
            if (intent.outcome().equals(type)) {
                foretelling = foretelling.isEmpty() ? new ArrayList<>() : foretelling;
                foretelling.add(intent);
            }
        }
        return foretelling;
    }

    /** The features that a signal shows: its type, and its type with each declared property. */
    public List<String> featuresOf(SignalRecorded signal) {
        List<String> features = new ArrayList<>();
        features.add(signal.type());
        Map<String, JsonNode> given = signal.properties();
        if (given != null) {
            for (String property : properties.getOrDefault(signal.type(), List.of())) {
                JsonNode value = given.get(property);
                if (value != null && value.isValueNode() && !value.isNull()) {
                    features.add(signal.type() + "/" + property + "=" + value.asText());
                }
            }
        }
        return features;
    }
}

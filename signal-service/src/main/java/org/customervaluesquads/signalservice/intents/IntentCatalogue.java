package org.customervaluesquads.signalservice.intents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/**
 * Which intents there are, and what speaks for each.
 *
 * @param version rises with each change
 * @param halfLives the short one first
 * @param properties for a signal type, the properties whose values are features of their own
 * @param words for a signal type what one sighting is called, and several
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IntentCatalogue(
        int version,
        List<Duration> halfLives,
        Map<String, List<Property>> properties,
        Stage.Thresholds thresholds,
        List<Intent> intents,
        Map<String, Words> words) {

    /** A catalogue is refused as a whole, with all that is wrong with it. */
    @SuppressWarnings("NullAway") // what was left out in the file is null until here
    public IntentCatalogue {
        properties = Objects.requireNonNullElse(properties, Map.of());
        words = Objects.requireNonNullElse(words, Map.of());
        List<Flaw> flaws = CatalogueRules.flawsOf(halfLives, properties, thresholds, intents);
        if (!flaws.isEmpty()) {
            throw new Refused(flaws);
        }
        halfLives = List.copyOf(halfLives);
        intents = List.copyOf(intents);
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

    /** What one sighting of a signal type is called, and what several are. */
    public record Words(String one, String many) {}

    /** What is wrong with one field of a catalogue. */
    public record Flaw(String field, String reason) {}

    /** A catalogue that cannot be used. */
    public static final class Refused extends IllegalArgumentException {

        private final transient List<Flaw> flaws;

        Refused(List<Flaw> flaws) {
            super(flaws.stream()
                    .map(flaw -> flaw.field() + " " + flaw.reason())
                    .collect(Collectors.joining("; ", "the intent catalogue cannot be used: ", "")));
            this.flaws = List.copyOf(flaws);
        }

        /** Each field with its reason. */
        public List<Flaw> flaws() {
            return flaws;
        }
    }

    /** The features that speak for an intent or against it. */
    public Set<String> features() {
        return intents.stream()
                .flatMap(intent -> intent.weights().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The intent of a name, if there is one. */
    public @Nullable Intent intent(String name) {
        return intents.stream()
                .filter(intent -> intent.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The catalogue with another version. */
    public IntentCatalogue as(int otherVersion) {
        return new IntentCatalogue(otherVersion, halfLives, properties, thresholds, intents, words);
    }

    /** The longest time within which an outcome can come. */
    @JsonIgnore
    public Duration longestHorizon() {
        return intents.stream().map(Intent::horizon).max(Duration::compareTo).orElse(Duration.ZERO);
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
            for (Property property : properties.getOrDefault(signal.type(), List.of())) {
                JsonNode value = given.get(property.name());
                String shown = value == null || !value.isValueNode() || value.isNull()
                        ? null
                        : property.valueIn(value.asText());
                if (shown != null) {
                    features.add(signal.type() + "/" + property.name() + "=" + shown);
                }
            }
        }
        return features;
    }
}

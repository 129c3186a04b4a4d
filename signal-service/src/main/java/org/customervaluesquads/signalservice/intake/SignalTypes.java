package org.customervaluesquads.signalservice.intake;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of signal types: engagement and outcomes, each with what it demands of a signal.
 *
 * @param demands by the name of the type
 */
public record SignalTypes(Map<String, Set<Demand>> demands) {

    /** What a type can demand of its signals. */
    public enum Demand {
        /** A customer or an anonymous id. */
        SOMEBODY,
        /** A customer or an account. */
        CUSTOMER,
        /** A customer id. */
        KNOWN,
        /** An account id. */
        ACCOUNT,
        /** The id that the customer had before. */
        PREVIOUS,
        /** What the customer agrees to. */
        PURPOSES,
        /** What the customer agrees to, if it is stated, as a list of texts. */
        LISTED,
        /** An amount with its currency. */
        VALUE,
        /** An amount that is not below zero. */
        POSITIVE
    }

    /**
     * Reads the catalogue as it is written: two groups of types, each with a list of demands in words.
     *
     * @throws IllegalArgumentException if a demand is none of those there are
     */
    public static SignalTypes of(Map<String, Map<String, List<String>>> groups) {
        Map<String, Set<Demand>> demands = new HashMap<>();
        groups.values()
                .forEach(types -> types.forEach((type, words) -> {
                    Set<Demand> ofType = EnumSet.noneOf(Demand.class);
                    words.forEach(word -> ofType.add(Demand.valueOf(word.toUpperCase(Locale.ROOT))));
                    demands.put(type, ofType);
                }));
        return new SignalTypes(Map.copyOf(demands));
    }

    /** What a type demands; null when there is no such type. */
    public @Nullable Set<Demand> of(String type) {
        return demands.get(type);
    }

    /** Whether signals of this type are counted: a door takes them, or they are derived. */
    public boolean areCounted(String type) {
        return demands.containsKey(type) || SignalRecorded.TEXT_UNDERSTOOD.equals(type);
    }
}

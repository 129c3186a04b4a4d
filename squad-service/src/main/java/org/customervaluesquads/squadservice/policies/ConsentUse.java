package org.customervaluesquads.squadservice.policies;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What customers' signals are used for; a policy on required consent is named after one of these. */
public enum ConsentUse {
    INTENTS("intents"),
    METRICS("metrics");

    private final String words;

    ConsentUse(String words) {
        this.words = words;
    }

    /** The names of all uses, in order. */
    public static Set<String> names() {
        return Arrays.stream(values()).map(ConsentUse::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return words;
    }
}

package org.customervaluesquads.squadservice.stages;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rule says of one squad.
 *
 * @param numbers what was counted, and what it was held against
 * @param reason why the rule is kept or broken
 * @param mend what would mend it; empty when it is kept
 */
public record Reading(boolean kept, SortedMap<String, Integer> numbers, String reason, String mend) {

    static Reading of(boolean kept, Map<String, Integer> numbers, String reason, String mend) {
        return new Reading(kept, new TreeMap<>(numbers), reason, kept ? "" : mend);
    }
}

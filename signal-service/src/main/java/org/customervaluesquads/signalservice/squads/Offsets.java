package org.customervaluesquads.signalservice.squads;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a listener has come in a topic: for each partition the offset of what comes next. In words such as {@code
 * 0-12,1-7} it is the id of an event, so that a listener who comes back is told what it missed.
 */
public record Offsets(Map<Integer, Long> next) {

    private static final int PARTITIONS_MAX = 1_000;

    /** Reads the id of an event; null if it is none. */
    public static @Nullable Offsets read(String id) {
        Map<Integer, Long> next = new TreeMap<>();
        for (String part : id.split(",", PARTITIONS_MAX)) {
            String[] numbers = part.split("-", -1);
            try {
                if (numbers.length != 2 || Long.parseLong(numbers[1]) < 0) {
                    return null;
                }
                next.put(Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]));
            } catch (NumberFormatException none) {
                return null;
            }
        }
        return new Offsets(next);
    }

    /** After something was read. */
    public Offsets behind(int partition, long offset) {
        Map<Integer, Long> further = new TreeMap<>(next);
        further.put(partition, offset + 1);
        return new Offsets(further);
    }

    /** In words. */
    public String id() {
        return next.entrySet().stream()
                .map(each -> each.getKey() + "-" + each.getValue())
                .collect(Collectors.joining(","));
    }
}

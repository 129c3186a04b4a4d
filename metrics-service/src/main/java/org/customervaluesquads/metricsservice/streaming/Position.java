package org.customervaluesquads.metricsservice.streaming;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far somebody has heard a topic.
 *
 * @param next for each partition the offset that comes next
 */
public record Position(SortedMap<Integer, Long> next) {

    private static final String PLACE = "\\d{1,5}:\\d{1,18}";
    private static final String WRITTEN = PLACE + "(-" + PLACE + ")*";

    /** Takes a copy of the map. */
    public Position {
        next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
    }

    /** The position that a listener names, if it is one. */
    public static Optional<Position> parse(String written) {
        if (!written.matches(WRITTEN)) {
            return Optional.empty();
        }
        SortedMap<Integer, Long> next = new TreeMap<>();
        for (String place : written.split("-", -1)) {
            String[] parts = place.split(":", -1);
            next.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
        }
        return Optional.of(new Position(next));
    }

    /** The position after one more record. */
    public Position after(int partition, long offset) {
        SortedMap<Integer, Long> moved = new TreeMap<>(next);
        moved.merge(partition, offset + 1, Math::max);
        return new Position(moved);
    }

    /** Whether both are of the same partitions. */
    public boolean isOfTheSameTopicAs(Position other) {
        return next.keySet().equals(other.next.keySet());
    }

    /** How many offsets lie between this position and a later one. */
    public long until(Position later) {
        return next.entrySet().stream()
                .mapToLong(place -> Math.max(0, later.next.getOrDefault(place.getKey(), 0L) - place.getValue()))
                .sum();
    }

    /** The position as {@link #parse} reads it. */
    public String written() {
        return next.entrySet().stream()
                .map((Map.Entry<Integer, Long> place) -> place.getKey() + ":" + place.getValue())
                .collect(Collectors.joining("-"));
    }
}

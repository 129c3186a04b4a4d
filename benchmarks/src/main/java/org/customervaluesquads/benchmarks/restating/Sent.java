package org.customervaluesquads.benchmarks.restating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When each squad's facts were sent. */
final class Sent {

    private final Map<String, List<Long>> times = new TreeMap<>();

    synchronized void sent(String squad, long at) {
        times.computeIfAbsent(squad, first -> new ArrayList<>()).add(at);
    }

    synchronized List<Long> between(String squad, int from, int to) {
        List<Long> its = times.getOrDefault(squad, List.of());
        return List.copyOf(its.subList(Math.min(from, its.size()), Math.min(to, its.size())));
    }
}

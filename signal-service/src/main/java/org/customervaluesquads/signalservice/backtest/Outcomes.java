package org.customervaluesquads.signalservice.backtest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The outcomes of each customer that a score which is still looked at could have foretold. */
final class Outcomes {

    private final Map<Integer, Deque<Outcome>> byCustomer = new HashMap<>();

    private record Outcome(long moment, long order) {}

    void add(int who, long moment, long order) {
        byCustomer.computeIfAbsent(who, none -> new ArrayDeque<>(1)).addLast(new Outcome(moment, order));
    }

    /** Whether one came after a signal and up to a moment; those before the signal are forgotten. */
    boolean came(int who, long order, long upTo) {
        Deque<Outcome> outcomes = byCustomer.get(who);
        while (outcomes != null && !outcomes.isEmpty() && outcomes.getFirst().order() < order) {
            outcomes.removeFirst();
        }
        return outcomes != null && !outcomes.isEmpty() && outcomes.getFirst().moment() <= upTo;
    }
}

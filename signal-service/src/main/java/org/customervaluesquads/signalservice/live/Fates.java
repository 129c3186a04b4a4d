package org.customervaluesquads.signalservice.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of accepted signals. Nothing on any topic says that a signal was a duplicate: it is one when the counting
 * has gone past it, and it was neither among the counted ones nor among those sent on to the customer of its device, who
 * counts them later.
 */
public final class Fates {

    private final int awaitedMax;
    private final Map<String, Deque<Awaited>> awaited = new LinkedHashMap<>();
    private int size;

    private record Awaited(int partition, long offset, Happening accepted) {

        /** The counting never goes past what was sent on. */
        private Awaited sentOn() {
            return new Awaited(partition, Long.MAX_VALUE, accepted);
        }

        private boolean isSentOn() {
            return offset == Long.MAX_VALUE;
        }
    }

    /** Fates of at most so many signals at a time; beyond that those of the oldest are not told. */
    public Fates(int awaitedMax) {
        this.awaitedMax = awaitedMax;
    }

    /** A signal stands in the log at this place, and its fate is awaited. */
    public void accepted(int partition, long offset, Happening accepted) {
        if (size == awaitedMax) {
            dropOldest();
        }
        awaited.computeIfAbsent(name(accepted.source(), accepted.id()), none -> new ArrayDeque<>())
                .addLast(new Awaited(partition, offset, accepted));
        size++;
    }

    /** The first signal of this name is on its way to a customer's partition, and is counted there. */
    public void sentOn(String source, String id) {
        Deque<Awaited> sameName = awaited.get(name(source, id));
        if (sameName != null && !sameName.getFirst().isSentOn()) {
            sameName.addFirst(sameName.removeFirst().sentOn());
        }
    }

    /**
     * A signal of this name was counted; null when none is awaited.
     *
     * @param withheld why it was counted as about nobody; null when it was not
     */
    public @Nullable Happening counted(String source, String id, @Nullable String withheld) {
        Deque<Awaited> sameName = awaited.get(name(source, id));
        if (sameName == null) {
            return null;
        }
        Awaited first = sameName.removeFirst();
        size--;
        if (sameName.isEmpty()) {
            awaited.remove(name(source, id));
        }
        return first.accepted().counted(withheld);
    }

    /** The counting has gone past these places: what is awaited before them are duplicates. */
    public List<Happening> passed(Map<Integer, Long> offsetsByPartition) {
        List<Happening> duplicates = new ArrayList<>();
        for (Iterator<Deque<Awaited>> names = awaited.values().iterator(); names.hasNext(); ) {
            Deque<Awaited> sameName = names.next();
            sameName.removeIf(one -> {
                boolean past = one.offset() < offsetsByPartition.getOrDefault(one.partition(), 0L);
                if (past) {
                    duplicates.add(one.accepted().duplicate());
                    size--;
                }
                return past;
            });
            if (sameName.isEmpty()) {
                names.remove();
            }
        }
        return duplicates;
    }

    /** Whether no fate is awaited. */
    public boolean areAllTold() {
        return size == 0;
    }

    private void dropOldest() {
        Iterator<Deque<Awaited>> names = awaited.values().iterator();
        Deque<Awaited> oldest = names.next();
        oldest.removeFirst();
        size--;
        if (oldest.isEmpty()) {
            names.remove();
        }
    }

    private static String name(String source, @Nullable String id) {
        return source + '\n' + id;
    }
}

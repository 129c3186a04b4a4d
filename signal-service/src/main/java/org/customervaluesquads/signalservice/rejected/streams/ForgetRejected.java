package org.customervaluesquads.signalservice.rejected.streams;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.signalservice.erasing.Erasures;
import org.customervaluesquads.signalservice.erasing.Places;
import org.customervaluesquads.signalservice.rejected.Named;
import org.jspecify.annotations.Nullable;

/**
 * Takes the refused originals of erased persons out of one partition's store.
 *
 * <p>Refused originals lie under their sources, and may name anybody, so that all of them are looked at: some at a time,
 * for the thread also counts signals. What is asked stays asked on its topic until it is answered, so that a round that a
 * restart ended begins again.
 */
final class ForgetRejected {

    private static final int LOOKED_AT_ONCE_MAX = 500;
    private static final long CHARACTERS_AT_ONCE_MAX = 4L << 20;

    private final Erasures erasures;
    private final String place;
    private final KeyValueStore<String, SignalRejected> rejected;

    /** The records themselves and not their keys: the same may be asked again before the answer is back. */
    private final Set<ErasureRecorded> answered = themselves(List.of());

    private final Map<String, Long> found = new HashMap<>();
    private List<ErasureRecorded> asked = List.of();
    private @Nullable String next;

    ForgetRejected(Erasures erasures, int partition, KeyValueStore<String, SignalRejected> rejected) {
        this.erasures = erasures;
        this.place = Places.rejectedSignals(partition);
        this.rejected = rejected;
    }

    /**
     * Whether somebody is named who was erased after this came: it was on its way then.
     *
     * @param appendedAt when it was appended to the topic
     */
    boolean isTooLate(SignalRejected refused, Instant appendedAt) {
        Collection<ErasureRecorded> since = erasures.at(place, appendedAt);
        if (since.isEmpty()) {
            return false;
        }
        Set<String> named = Named.keysIn(refused);
        return since.stream().anyMatch(one -> named.stream().anyMatch(key -> Places.isOf(one, key)));
    }

    /** Looks at the next ones, and answers when all were looked at. */
    void goOn(Instant now, Consumer<SignalRejected> drop, Consumer<ErasureRecorded> answer) {
        if (asked.isEmpty()) {
            List<ErasureRecorded> open = erasures.openAt(place);
            answered.retainAll(themselves(open));
            asked = open.stream().filter(one -> !answered.contains(one)).toList();
        }
        if (!asked.isEmpty() && lookedAtAll(drop)) {
            for (ErasureRecorded one : asked) {
                answered.add(one);
                answer.accept(Places.erased(one, found.getOrDefault(one.key(), 0L), now));
            }
            asked = List.of();
            found.clear();
        }
    }

    private static Set<ErasureRecorded> themselves(Collection<ErasureRecorded> records) {
        Set<ErasureRecorded> themselves = Collections.newSetFromMap(new IdentityHashMap<>());
        themselves.addAll(records);
        return themselves;
    }

    private boolean lookedAtAll(Consumer<SignalRejected> drop) {
        int looked = 0;
        long characters = 0;
        try (KeyValueIterator<String, SignalRejected> inOrder = rejected.range(next, null)) {
            while (inOrder.hasNext()) {
                if (looked == LOOKED_AT_ONCE_MAX || characters > CHARACTERS_AT_ONCE_MAX) {
                    next = inOrder.peekNextKey();
                    return false;
                }
                KeyValue<String, SignalRejected> entry = inOrder.next();
                SignalRejected refused = entry.value;
                looked++;
                if (refused == null) {
                    rejected.delete(entry.key); // unreadable, so nobody can say that it does not name the erased
                    continue;
                }
                characters += refused.original().length();
                if (isOfAsked(refused)) {
                    drop.accept(refused);
                }
            }
        }
        next = null;
        return true;
    }

    private boolean isOfAsked(SignalRejected refused) {
        boolean isOne = false;
        for (ErasureRecorded one : asked) {
            if (Named.names(refused, Objects.requireNonNull(one.subject()))) {
                found.merge(one.key(), 1L, Long::sum);
                isOne = true;
            }
        }
        return isOne;
    }
}

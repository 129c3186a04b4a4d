package org.customervaluesquads.signalservice.erasing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.customervaluesquads.contracts.ErasureRecorded;

/** What became of each erasure, as this instance knows it; follows the compacted topic. */
public final class Erasures {

    private static final Comparator<ErasureRecorded> IN_ORDER =
            Comparator.comparing(ErasureRecorded::at).thenComparing(ErasureRecorded::key);

    private final Map<String, Map<String, ErasureRecorded>> byErasure = new ConcurrentHashMap<>();
    private final Map<String, NavigableSet<ErasureRecorded>> byPlace = new ConcurrentHashMap<>();
    private final Map<String, ErasureRecorded> open = new ConcurrentSkipListMap<>();

    /** Takes in what became of one place. */
    public void remember(ErasureRecorded recorded) {
        ErasureRecorded before = byErasure
                .computeIfAbsent(recorded.erasureId(), first -> new ConcurrentSkipListMap<>())
                .put(recorded.key(), recorded);
        NavigableSet<ErasureRecorded> ofPlace =
                byPlace.computeIfAbsent(recorded.place(), first -> new ConcurrentSkipListSet<>(IN_ORDER));
        if (before != null) {
            ofPlace.remove(before);
        }
        ofPlace.add(recorded);
        if (recorded.state().equals(ErasureRecorded.ASKED) && recorded.subject() != null) {
            open.put(recorded.key(), recorded);
        } else {
            open.remove(recorded.key());
        }
    }

    /** Forgets a record that was removed. */
    public void forget(String key) {
        byErasure.values().forEach(records -> records.remove(key));
        byPlace.values()
                .forEach(records -> records.removeIf(record -> record.key().equals(key)));
        open.remove(key);
    }

    /** What a place is asked and has not answered yet, by somebody's own key. */
    public List<ErasureRecorded> openAt(String place) {
        return open.values().stream()
                .filter(asked -> asked.place().equals(place))
                .toList();
    }

    /** What a place was asked, or has answered, at this moment or later. */
    public Collection<ErasureRecorded> at(String place, Instant since) {
        ErasureRecorded earliest = new ErasureRecorded("", "", "", "", since, null, null, null);
        NavigableSet<ErasureRecorded> ofPlace = byPlace.get(place);
        return ofPlace == null ? List.of() : ofPlace.tailSet(earliest, true);
    }

    /** The records of an erasure in the order of their time, if it was ever asked for. */
    public Optional<List<ErasureRecorded>> find(String erasureId) {
        return Optional.ofNullable(byErasure.get(erasureId))
                .map(records -> records.values().stream().sorted(IN_ORDER).toList());
    }
}

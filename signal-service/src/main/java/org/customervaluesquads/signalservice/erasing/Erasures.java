package org.customervaluesquads.signalservice.erasing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.customervaluesquads.contracts.ErasureRecorded;

/** What became of each erasure, as this instance knows it; follows the compacted topic. */
public final class Erasures {

    private static final Comparator<ErasureRecorded> IN_ORDER =
            Comparator.comparing(ErasureRecorded::at).thenComparing(ErasureRecorded::key);

    private final Map<String, Map<String, ErasureRecorded>> byErasure = new ConcurrentHashMap<>();

    /** Takes in what became of one place. */
    public void remember(ErasureRecorded recorded) {
        byErasure
                .computeIfAbsent(recorded.erasureId(), first -> new ConcurrentSkipListMap<>())
                .put(recorded.key(), recorded);
    }

    /** Forgets a record that was removed. */
    public void forget(String key) {
        byErasure.values().forEach(records -> records.remove(key));
    }

    /** The records of an erasure in the order of their time, if it was ever asked for. */
    public Optional<List<ErasureRecorded>> find(String erasureId) {
        return Optional.ofNullable(byErasure.get(erasureId))
                .map(records -> records.values().stream().sorted(IN_ORDER).toList());
    }
}

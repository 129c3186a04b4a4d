package org.customervaluesquads.signalservice.sources;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.contracts.Mapping.Parsed;
import org.customervaluesquads.contracts.SourceRegistered;
import org.jspecify.annotations.Nullable;

/** The registered sources as this instance knows them, in the order of their ids; follows the compacted topic. */
public final class Sources {

    private final Map<String, Known> known = new ConcurrentSkipListMap<>();

    private record Known(SourceRegistered source, @Nullable Parsed mapping) {}

    /** Takes in a source's newest registration. */
    public void remember(SourceRegistered source) {
        String template = source.mapping();
        known.put(source.sourceId(), new Known(source, template == null ? null : Mapping.parse(template)));
    }

    /** Forgets a source that was removed. */
    public void forget(String sourceId) {
        known.remove(sourceId);
    }

    /** The source of this id; null when none is registered. */
    public @Nullable SourceRegistered find(String sourceId) {
        Known found = known.get(sourceId);
        return found == null ? null : found.source();
    }

    /** The mapping of this source, parsed; null when it has none. */
    public @Nullable Parsed mappingOf(String sourceId) {
        Known found = known.get(sourceId);
        return found == null ? null : found.mapping();
    }

    /** At most so many sources, whose ids come after the given one. */
    public List<SourceRegistered> list(String after, int limit) {
        return known.values().stream()
                .map(Known::source)
                .filter(source -> source.sourceId().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }
}

package org.customervaluesquads.signalservice.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.contracts.Mapping.Parsed;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.contracts.SourceRegistered.KeyHash;
import org.jspecify.annotations.Nullable;

/** The registered sources as this instance knows them, in the order of their ids; follows the compacted topic. */
public final class Sources {

    private final Map<String, Known> known = new ConcurrentSkipListMap<>();

    /** The source of each hash of a key, so that a door that is told only a key finds it at once. */
    private final Map<String, String> sourceOfKey = new ConcurrentHashMap<>();

    private record Known(SourceRegistered source, @Nullable Parsed mapping) {}

    /** Takes in a source's newest registration. */
    public void remember(SourceRegistered source) {
        String template = source.mapping();
        Known now = new Known(source, template == null ? null : Mapping.parse(template));
        // the keys first: who sees the source can use its keys
        keysOf(source).forEach(key -> sourceOfKey.put(key.sha256(), source.sourceId()));
        Known before = known.put(source.sourceId(), now);
        forgetKeys(before, keysOf(source));
    }

    /** Forgets a source that was removed. */
    public void forget(String sourceId) {
        forgetKeys(known.remove(sourceId), List.of());
    }

    /** The source of this id; null when none is registered. */
    public @Nullable SourceRegistered find(String sourceId) {
        Known found = known.get(sourceId);
        return found == null ? null : found.source();
    }

    /** The source that a key opens now, by the hash of the key; null when it opens none. */
    public @Nullable SourceRegistered ofKey(String sha256, Instant now) {
        String sourceId = sourceOfKey.get(sha256);
        SourceRegistered source = sourceId == null ? null : find(sourceId);
        return source != null && WriteKeys.opens(source.keys(), sha256, now) ? source : null;
    }

    /** The mapping of this source, parsed; null when it has none. */
    public @Nullable Parsed mappingOf(String sourceId) {
        Known found = known.get(sourceId);
        return found == null ? null : found.mapping();
    }

    /** How long a source's signals are remembered, so that each counts once. */
    public Duration windowOf(String sourceId, Duration otherwise) {
        Known found = known.get(sourceId);
        Duration own = found == null ? null : found.source().duplicateWindow();
        return own == null ? otherwise : own;
    }

    /** At most so many sources, whose ids come after the given one. */
    public List<SourceRegistered> list(String after, int limit) {
        return known.values().stream()
                .map(Known::source)
                .filter(source -> source.sourceId().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private void forgetKeys(@Nullable Known before, List<KeyHash> kept) {
        if (before != null) {
            List<KeyHash> gone = keysOf(before.source()).stream()
                    .filter(key ->
                            kept.stream().noneMatch(other -> other.sha256().equals(key.sha256())))
                    .toList();
            gone.forEach(key -> sourceOfKey.remove(key.sha256(), before.source().sourceId()));
        }
    }

    private static List<KeyHash> keysOf(SourceRegistered source) {
        List<KeyHash> keys = source.keys();
        return keys == null ? List.of() : keys;
    }
}

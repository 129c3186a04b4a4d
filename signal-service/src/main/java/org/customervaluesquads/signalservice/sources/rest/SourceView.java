package org.customervaluesquads.signalservice.sources.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.SourceRegistered;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is shown: never with its keys, nor with their hashes.
 *
 * @param keys absent if it never had one and needs none
 */
public record SourceView(
        String sourceId,
        String silo,
        @Nullable String channel,
        @Nullable String region,
        @Nullable String mapping,
        @Nullable List<KeyView> keys,
        @Nullable Integer signalsPerSecond,
        @Nullable Duration maxAge,
        @Nullable Duration duplicateWindow,
        @Nullable List<String> purposes,
        Instant changedAt) {

    static SourceView from(SourceRegistered source) {
        return new SourceView(
                source.sourceId(),
                source.silo(),
                source.channel(),
                source.region(),
                source.mapping(),
                source.keys() == null ? null : KeyView.from(source.keys()),
                source.signalsPerSecond(),
                source.maxAge(),
                source.duplicateWindow(),
                source.purposes(),
                source.changedAt());
    }
}

package org.customervaluesquads.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered producer of signals, on {@link Topics#SOURCES}.
 *
 * @param silo the department system whose facts it brings
 * @param channel the channel of signals that name none
 * @param region the region of signals that name none
 * @param mapping the JSLT template that makes signals of the source's own events
 * @param keys the write keys it may send with; absent if it never had one and needs none, empty if all were taken back
 * @param signalsPerSecond how many signals it may send; absent if as many as it likes
 * @param maxAge how long ago a signal may have happened; absent if the source brings history
 * @param duplicateWindow how long its signals are remembered, so that each counts once; absent if as long as any source's
 * @param purposes what the customers behind its signals have agreed to; absent if it does not say
 */
public record SourceRegistered(
        String sourceId,
        String silo,
        @Nullable String channel,
        @Nullable String region,
        @Nullable String mapping,
        @Nullable List<KeyHash> keys,
        @Nullable Integer signalsPerSecond,
        @Nullable Duration maxAge,
        @Nullable Duration duplicateWindow,
        @Nullable List<String> purposes,
        Instant changedAt) {

    /**
     * A write key as it is kept: nobody can tell the key from it.
     *
     * @param keyId by which it is spoken of
     * @param sha256 of the key, in hexadecimal digits
     * @param validUntil when it stops to open the door; absent if it does not
     */
    public record KeyHash(
            String keyId,
            String sha256,
            Instant createdAt,
            @Nullable Instant validUntil) {}

    /** A source that needs no key and has no limits of its own. */
    public static SourceRegistered open(
            String sourceId,
            String silo,
            @Nullable String channel,
            @Nullable String region,
            @Nullable String mapping,
            Instant changedAt) {
        return new SourceRegistered(sourceId, silo, channel, region, mapping, null, null, null, null, null, changedAt);
    }

    /** The same source with other keys. */
    public SourceRegistered withKeys(List<KeyHash> others, Instant changed) {
        return new SourceRegistered(
                sourceId,
                silo,
                channel,
                region,
                mapping,
                others,
                signalsPerSecond,
                maxAge,
                duplicateWindow,
                purposes,
                changed);
    }
}

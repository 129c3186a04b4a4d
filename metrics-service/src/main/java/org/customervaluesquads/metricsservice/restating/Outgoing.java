package org.customervaluesquads.metricsservice.restating;

import org.jspecify.annotations.Nullable;

/**
 * A restatement as the topic will have it.
 *
 * @param key on the topic
 * @param message as JSON
 * @param traceParent of the signal that made it necessary, as the header has it; null when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // passed on as it was written; nobody compares them
public record Outgoing(
        String key, long revision, byte[] message, @Nullable String traceParent) {}

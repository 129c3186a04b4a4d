package org.customervaluesquads.squadservice.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox.
 *
 * @param sequence its place in the order of leaving
 * @param topic the topic's name without the prefix of the installation
 * @param value the message as JSON
 * @param traceParent the trace context of the request that caused it
 */
public record WaitingMessage(
        long sequence,
        String topic,
        String key,
        String value,
        Outbox.Cause cause,
        @Nullable String traceParent) {}

package org.customervaluesquads.squadservice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** What can be set of this service. */
@ConfigMapping(prefix = "squads")
public interface SquadsConfig {

    /** Put before the name of every topic, so that several installations can share one broker. */
    Optional<String> topicPrefix();

    /** On how many brokers a topic is kept that this service creates. */
    @WithDefault("1")
    @Min(1)
    short topicReplicas();

    /** How messages leave the outbox. */
    OutboxConfig outbox();

    /** How requests that are sent again are known. */
    IdempotencyConfig idempotency();

    /** How messages leave the outbox. */
    interface OutboxConfig {

        /** How many messages are sent together at most. */
        @WithDefault("200")
        @Min(1)
        @Max(1_000)
        int batch();

        /** How long the relay sleeps at most when nobody wakes it. */
        @WithDefault("500ms")
        Duration poll();

        /** How long the relay waits after a failure, or while another one is at work, before it tries again. */
        @WithDefault("2s")
        Duration retryAfter();

        /** How long the relay waits for the broker at most. */
        @WithDefault("15s")
        Duration brokerWait();
    }

    /** How requests that are sent again are known. */
    interface IdempotencyConfig {

        /** How long a key is remembered. */
        @WithDefault("24h")
        Duration keptFor();
    }
}

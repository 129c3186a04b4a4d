package org.customervaluesquads.signalservice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;

/** What an operator can set of the service, beside Quarkus' own keys. */
@ConfigMapping(prefix = "squads")
public interface SignalServiceConfig {

    /** Put before the name of each topic, so that several installations can share a broker. */
    Optional<String> topicPrefix();

    /** How many brokers hold each topic that the service creates. */
    @WithDefault("1")
    @Min(1)
    short topicReplicas();

    /** How long a signal's source and id are remembered, so that it is counted once. */
    @WithDefault("7D")
    @NotNull
    Duration duplicateWindow();

    /** How long a registration waits until this instance itself knows the source. */
    @WithDefault("5S")
    @NotNull
    Duration registrationWait();

    /** How long an instance waits for another one's answer. */
    @WithDefault("5S")
    @NotNull
    Duration instanceWait();

    /** The prefix as it is put before names. */
    default String prefix() {
        return topicPrefix().orElse("");
    }
}

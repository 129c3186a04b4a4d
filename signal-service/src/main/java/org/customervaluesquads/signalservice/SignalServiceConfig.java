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

    /** As whom the stage that understands texts reads, behind the prefix. */
    String TEXT_READER = "signals-text";

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

    /** How many customers a device can be said to be; one with more is shared, and belongs to nobody. */
    @WithDefault("3")
    @Min(1)
    int customersPerDevice();

    /** Whether intents' weights are learned from outcomes; without, those of the catalogue serve. */
    @WithDefault("true")
    boolean learning();

    /** How long a registration waits until this instance itself knows the source. */
    @WithDefault("5S")
    @NotNull
    Duration registrationWait();

    /** How long an instance waits for another one's answer. */
    @WithDefault("5S")
    @NotNull
    Duration instanceWait();

    /** How often it is looked up how many signals wait to be counted, and for how long. */
    @WithDefault("10S")
    @NotNull
    Duration lagLookedUp();

    /** How what is arriving is shown while it arrives. */
    Live live();

    /** How what is arriving is shown while it arrives. */
    interface Live {

        /** How many may listen at this instance at the same time; more are answered 503. */
        @WithDefault("50")
        @Min(1)
        int listenersMax();

        /** How much waits for a slow listener before the oldest is dropped. */
        @WithDefault("1000")
        @Min(1)
        int waitingMax();

        /** After how long a comment is sent, so that proxies keep the line open. */
        @WithDefault("15S")
        @NotNull
        Duration heartbeat();
    }

    /** How texts are understood. */
    Text text();

    /** How texts are understood. */
    interface Text {

        /** Whether they are; the model takes some 300 MB beside the heap, once the first text has come. */
        @WithDefault("true")
        boolean enabled();

        /** How many threads embed; each understands about a hundred short texts a second. */
        @WithDefault("1")
        @Min(1)
        int threads();

        /** The folder for what is unpacked from jars: the model, and its tokenizer's library for this machine. */
        @WithDefault("${kafka-streams.state.dir}/natives")
        @NotNull
        String natives();
    }

    /** The prefix as it is put before names. */
    default String prefix() {
        return topicPrefix().orElse("");
    }
}

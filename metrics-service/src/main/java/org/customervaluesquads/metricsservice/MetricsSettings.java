package org.customervaluesquads.metricsservice;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** Everything that can be set of this service, beyond what its framework offers. */
@ConfigMapping(prefix = "squads")
public interface MetricsSettings {

    /** What the names of all topics and consumer groups of this installation begin with. */
    Optional<String> topicPrefix();

    /** How many copies a topic has that is made here; no more than there are brokers. */
    @WithDefault("1")
    @Min(1)
    short topicReplicas();

    /** How often it is looked up what is unread of the topics, and for how long. */
    @WithDefault("PT10S")
    Duration unreadLookedUp();

    /** How often it is looked up whether the evidence on running cycles has changed. */
    @WithDefault("PT10S")
    Duration evidenceLookedUp();

    /** How squads' numbers follow the facts. */
    Restating restating();

    /** How long what is kept by the hour stays. */
    Retention retention();

    /**
     * Whether everything is built anew from the log at this start: see operations. For one start only.
     */
    @WithDefault("false")
    boolean rebuild();

    /** How questions are answered. */
    Answering answering();

    /** How restatements are streamed to listeners. */
    Streaming streaming();

    /** How squads' numbers follow the facts. */
    interface Restating {

        /** How many turns an instance reckons at the same time; each reads the facts of its days for itself. */
        @WithDefault("1")
        @Min(1)
        @Max(8)
        int workers();

        /** How long a squad rests between two reckonings, so that a flood of facts is one reckoning and not many. */
        @WithDefault("PT0.5S")
        Duration rest();

        /** How many squads are reckoned together, so that a fact is read for all of them and not for each. */
        @WithDefault("200")
        @Min(1)
        @Max(2000)
        int squadsAtOnce();

        /** How long a squad's weeks, months and rolling windows rest between two reckonings, and its today. */
        @WithDefault("PT5S")
        Duration restOfLonger();

        /** Of how many squads today is reckoned in one transaction; their hours wait for it. */
        @WithDefault("20")
        @Min(1)
        @Max(2000)
        int daysSummedAtOnce();

        /**
         * How many squads have their longer windows reckoned in one transaction; their hours and days wait for it.
         */
        @WithDefault("10")
        @Min(1)
        @Max(200)
        int squadsLongerAtOnce();

        /** How many touched days have their longer windows reckoned in one transaction. */
        @WithDefault("120")
        @Min(1)
        @Max(1000)
        int daysAtOnce();

        /** How long a worker waits when there was nothing to do. */
        @WithDefault("PT0.1S")
        Duration idle();

        /** How long a worker waits after something failed. */
        @WithDefault("PT2S")
        Duration afterFailure();

        /** How large the sums of a present hour's outcomes may be to be kept in memory; what is larger is read each time. */
        @WithDefault("32M")
        MemorySize presentOutcomes();

        /** The marks of how many transactions are dealt out to the squads by one statement. */
        @WithDefault("200")
        @Min(1)
        @Max(5000)
        int marksAtOnce();

        /** How many touched hours are reckoned in one transaction. */
        @WithDefault("500")
        @Min(1)
        @Max(5000)
        int hoursAtOnce();

        /** How many packs of restatements, of up to a thousand each, are sent in one transaction. */
        @WithDefault("5")
        @Min(1)
        @Max(20)
        int sentAtOnce();

        /** How many packs of restatements, of up to a thousand each, wait to be sent before no more are made. */
        @WithDefault("200")
        @Min(1)
        int unsentAtMost();

        /** How long the broker may take to acknowledge them. */
        @WithDefault("PT20S")
        Duration sendWithin();

        /** How many squads are given a new day's cost in one transaction. */
        @WithDefault("500")
        @Min(1)
        int squadsAdvancedAtOnce();
    }

    /** How long what is kept by the hour stays. Days stay for ever. */
    interface Retention {

        /**
         * After how long cells of hours are summed up to days, and squads' hours forgotten: counted from when the
         * newest fact of them was recorded, and not from when it happened.
         */
        @WithDefault("P90D")
        Duration hours();

        /** How often it is looked for such. */
        @WithDefault("PT1M")
        Duration lookedUp();

        /** How many of each are taken at once. */
        @WithDefault("5000")
        @Min(1)
        @Max(50000)
        int atOnce();
    }

    /** How questions are answered. */
    interface Answering {

        /** How many values an answer can have. */
        @WithDefault("20000")
        @Min(1)
        int mostValues();

        /** How long a window can be asked for by the hour. */
        @WithDefault("P31D")
        Duration longestByHour();

        /** How long a window can be asked for by the day. */
        @WithDefault("P1100D")
        Duration longestByDay();

        /** How many bytes of a body are read; the HTTP server's own limit has to be larger. */
        @WithDefault("10M")
        MemorySize longestBody();

        /** The window of a question that names none. */
        @WithDefault("P30D")
        Duration usualWindow();
    }

    /** How restatements are streamed to listeners. */
    interface Streaming {

        /** How many may listen at the same time; more are answered 503. */
        @WithDefault("200")
        @Min(1)
        int listenersAtMost();

        /** How many restatements wait for a slow listener before it is dropped. */
        @WithDefault("2000")
        @Min(1)
        int waitingAtMost();

        /** How many records are read once more for a listener that comes back; beyond, it is sent what is current. */
        @WithDefault("50000")
        @Min(1)
        int missedAtMost();

        /** How many current values a listener is sent first. */
        @WithDefault("1000")
        @Min(1)
        @Max(10000)
        int currentValues();

        /** After how long a comment is sent, so that proxies keep the line open. */
        @WithDefault("PT15S")
        Duration heartbeat();
    }
}

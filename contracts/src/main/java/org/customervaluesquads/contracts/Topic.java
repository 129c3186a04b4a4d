package org.customervaluesquads.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A Kafka topic as one typed value: its name, what its key and its value are, its partitions and how long it keeps.
 *
 * @param name the name without the prefix of an installation
 * @param keyedBy what the record key holds, in words
 * @param value the type of message, written as JSON
 * @param what what a record says, in words
 * @param keeps how long a record stays
 */
public record Topic<V>(String name, String keyedBy, Class<V> value, String what, int partitions, Keeps keeps) {

    /** A record goes with its segment: at latest so much later than its own time. */
    private static final Duration SEGMENT_MAX = Duration.ofDays(1);

    /** A record that was replaced or taken out is compacted away within this time. */
    private static final Duration COMPACTION_LAG_MAX = Duration.ofDays(7);

    /** How long a topic keeps a record. Time is the broker's time of appending, so that history is not dropped. */
    public sealed interface Keeps {
        /** The newest record of each key, for ever. */
        record Newest() implements Keeps {}

        /** Each record, for a span of time after it was appended. */
        record For(Duration span) implements Keeps {}
    }

    /** The name under which an installation with this prefix knows the topic. */
    public String in(String prefix) {
        return prefix + name;
    }

    NewTopic toCreate(String prefix, short replicas) {
        return new NewTopic(in(prefix), partitions, replicas).configs(configuration());
    }

    /**
     * What the broker is told of the topic. Append time decides retention: an event of years ago that arrives today is
     * new to the log.
     */
    public Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        configuration.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(SEGMENT_MAX.toMillis()));
        switch (keeps) {
            case Keeps.Newest() -> {
                configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
                configuration.put(
                        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(COMPACTION_LAG_MAX.toMillis()));
            }
            case Keeps.For(Duration span) -> {
                configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
                configuration.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(span.toMillis()));
            }
        }
        return Map.copyOf(configuration);
    }

    /** By when a record is gone that nothing keeps from this moment on. */
    public Instant goneBy(Instant from) {
        Duration kept = switch (keeps) {
            case Keeps.Newest() -> COMPACTION_LAG_MAX;
            case Keeps.For(Duration span) -> span;
        };
        return from.plus(kept).plus(SEGMENT_MAX);
    }
}

package org.customervaluesquads.signalservice.topology;

import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.signalservice.metering.SkippedRecords;

/**
 * Follows a compacted topic into an object that the code can ask without reading JSON again.
 *
 * <p>The store beside it is in memory, so that a restart reads the topic from its beginning; Kafka Streams sends what it
 * restores through this processor too, and is not running before that is done. A record that cannot be used is passed
 * over: the thread that reads these topics has no successor.
 */
final class FollowTable<V> extends ContextualProcessor<String, V, Void, Void> {

    private final Topic<V> topic;
    private final Consumer<V> remember;
    private final Consumer<String> forget;

    FollowTable(Topic<V> topic, Consumer<V> remember, Consumer<String> forget) {
        this.topic = topic;
        this.remember = remember;
        this.forget = forget;
    }

    static <V> StoreBuilder<KeyValueStore<String, V>> store(Topic<V> topic) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(topic.name()), Serdes.String(), MessageSerde.of(topic))
                .withLoggingDisabled();
    }

    @Override
    public void process(Record<String, V> record) {
        KeyValueStore<String, V> table = context().getStateStore(topic.name());
        table.put(record.key(), record.value());
        try {
            follow(record);
        } catch (RuntimeException unusable) {
            SkippedRecords.skip("follow-" + topic.name(), context(), unusable.toString());
        }
    }

    private void follow(Record<String, V> record) {
        if (record.value() == null) {
            forget.accept(record.key());
        } else {
            remember.accept(record.value());
        }
    }
}

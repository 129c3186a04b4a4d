package org.customervaluesquads.signalservice.text.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.TextTaught;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.metering.SkippedRecords;
import org.customervaluesquads.signalservice.text.Lessons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what is taught into every instance: the whole compacted topic from its beginning, and then what is new. It has a
 * thread of its own, as all that is done for texts, and is no part of the topology, which does not go by it.
 */
@ApplicationScoped
public class FollowingLessons {

    private static final Logger LOG = LoggerFactory.getLogger(FollowingLessons.class);
    private static final Duration POLL_MAX = Duration.ofMillis(200);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);
    private static final String NAME = "text-examples";

    private final Lessons lessons;
    private final String topic;
    private final Map<String, Object> settings;
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name(NAME).unstarted(this::run);

    FollowingLessons(
            Lessons lessons,
            SignalServiceConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.lessons = lessons;
        this.topic = Topics.TEXT_EXAMPLES.in(config.prefix());
        this.settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, NAME);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    void start(@Observes StartupEvent start) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        stop.countDown();
        thread.join(STOPS_WITHIN);
    }

    /** Whether this instance knows all that was taught before it started. */
    public boolean isRead() {
        return read.getCount() == 0;
    }

    /** Waits until this instance knows all that was taught before it started, or until whoever waits is to stop. */
    void awaitRead(CountDownLatch stopped) throws InterruptedException {
        while (!isRead() && !stopped.await(POLL_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            // until it is known
        }
    }

    private void run() {
        try {
            while (stop.getCount() > 0) {
                try (Consumer<String, byte[]> consumer =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                    follow(consumer);
                } catch (RuntimeException broken) {
                    LOG.atError().setCause(broken).log("what is taught about texts is read anew");
                    boolean _ = stop.await(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (stop.getCount() > 0) {
            consumer.poll(POLL_MAX).forEach(this::take);
            if (!isRead()
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                read.countDown();
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            TextTaught lesson = record.value() == null
                    ? null
                    : MessageSerde.of(Topics.TEXT_EXAMPLES).deserializer().deserialize(topic, record.value());
            if (lesson == null) {
                lessons.forget(record.key());
            } else {
                lessons.remember(lesson);
            }
        } catch (RuntimeException unusable) {
            SkippedRecords.skip(NAME, topic, record.partition(), record.offset(), unusable.toString());
        }
    }
}

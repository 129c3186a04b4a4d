package org.customervaluesquads.signalservice.live.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.customervaluesquads.contracts.Topics;

/**
 * The topics of the signals' way, from their ends on, whichever instance writes them. Each look takes what was counted
 * before what was judged, and hands it over after that: so a signal is judged for whoever follows before it is counted.
 */
final class FollowedTopics implements AutoCloseable {

    private static final Duration WAIT_MAX = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    private final String judgedTopic;
    private final String rejectedTopic;
    private final String countedTopic;
    private final String stepsTopic;
    private final String group;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> counted;
    private final KafkaConsumer<byte[], byte[]> judgedAndRejected;
    private Map<Integer, Long> passed = Map.of();

    /**
     * What one look found, in the order in which it is to be told.
     *
     * @param counted what was counted or sent on to be counted
     */
    record Look(
            List<ConsumerRecord<byte[], byte[]>> judgedAndRejected,
            List<ConsumerRecord<byte[], byte[]>> counted,
            Map<Integer, Long> passed) {}

    FollowedTopics(Map<String, Object> kafka, String prefix, String group) {
        this.judgedTopic = Topics.SIGNALS_JUDGED.in(prefix);
        this.rejectedTopic = Topics.SIGNALS_REJECTED.in(prefix);
        this.countedTopic = Topics.SIGNALS.in(prefix);
        this.stepsTopic = Topics.IDENTITY_STEPS.in(prefix);
        this.group = group;
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "signals-live-admin");
        admin = Admin.create(settings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) WAIT_MAX.toMillis());
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) WAIT_MAX.toMillis());
        counted = consumer(settings, "signals-live-counted");
        judgedAndRejected = consumer(settings, "signals-live-judged");
    }

    /** Goes to where the topics end now. */
    void startAtEnds() {
        startAtEnds(judgedAndRejected, Stream.of(judgedTopic, rejectedTopic));
        startAtEnds(counted, Stream.of(countedTopic, stepsTopic));
    }

    /** Takes all that is there now. */
    Look look() {
        // What the counting had passed by the look before: by now all that it counted until then can be read.
        Map<Integer, Long> passedBefore = passed;
        passed = passedNow();
        List<ConsumerRecord<byte[], byte[]>> newlyCounted = readToEnd(counted);
        List<ConsumerRecord<byte[], byte[]>> newlyJudged = readToEnd(judgedAndRejected);
        return new Look(newlyJudged, newlyCounted, passedBefore);
    }

    @Override
    public void close() {
        counted.close();
        judgedAndRejected.close();
        admin.close(WAIT_MAX);
    }

    private static List<ConsumerRecord<byte[], byte[]>> readToEnd(KafkaConsumer<byte[], byte[]> consumer) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long late = System.nanoTime() + WAIT_MAX.toNanos();
        do {
            consumer.poll(POLL).forEach(records::add);
        } while (isBefore(consumer, ends) && System.nanoTime() < late);
        return records;
    }

    private static boolean isBefore(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private Map<Integer, Long> passedNow() {
        try {
            Map<Integer, Long> offsets = new HashMap<>();
            admin.listConsumerGroupOffsets(
                            group, new ListConsumerGroupOffsetsOptions().timeoutMs((int) WAIT_MAX.toMillis()))
                    .partitionsToOffsetAndMetadata()
                    .get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)
                    .forEach((partition, offset) -> {
                        if (offset != null && partition.topic().equals(judgedTopic)) {
                            offsets.put(partition.partition(), offset.offset());
                        }
                    });
            return offsets;
        } catch (ExecutionException | TimeoutException away) {
            throw new KafkaException("it is not known what was counted", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", stopped);
        }
    }

    private static void startAtEnds(KafkaConsumer<byte[], byte[]> consumer, Stream<String> topics) {
        Collection<TopicPartition> partitions = topics.flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings, String clientId) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        return new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}

package org.customervaluesquads.signalservice.metering;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TaskMetadata;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.contracts.UnreadRecords;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.intake.OwnForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be worked on, as gauges: the records of accepted signals that wait to be counted in this instance's
 * partitions, and by reader what is unread of the topics, all instances together. Looked up now and then, and not whenever
 * somebody asks. While it is not known, the gauges say so: they are not a number.
 */
@ApplicationScoped
class UncountedSignals {

    private static final Logger LOG = LoggerFactory.getLogger(UncountedSignals.class);
    private static final double MILLIS_PER_SECOND = 1_000;

    private final KafkaStreams streams;
    private final Clock clock;
    private final UnreadRecords unread;
    private final String judgedTopic;
    private final List<Waiting> all;

    UncountedSignals(
            KafkaStreams streams,
            StreamsConfig settings,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Clock clock,
            MeterRegistry meters,
            SignalServiceConfig config) {
        this.streams = streams;
        this.clock = clock;
        this.unread = new UnreadRecords(kafka);
        this.judgedTopic = Topics.SIGNALS_JUDGED.in(config.prefix());
        String group = settings.getString(StreamsConfig.APPLICATION_ID_CONFIG);
        String inbox = Topics.SIGNALS_INBOX.in(config.prefix());
        String signals = Topics.SIGNALS.in(config.prefix());
        String steps = Topics.IDENTITY_STEPS.in(config.prefix());
        String rejected = Topics.SIGNALS_REJECTED.in(config.prefix());
        this.all = List.of(
                new Waiting(
                        "squads.signals.uncounted",
                        "squads.signals.uncounted.oldest.seconds",
                        Tags.empty(),
                        group,
                        this::judgedHere,
                        meters),
                ofReader("inbox", config.prefix() + OwnForm.INBOX, inbox, meters),
                ofReader("identity-steps", group, steps, meters),
                ofReader("rejected", group, rejected, meters),
                ofReader("text", config.prefix() + SignalServiceConfig.TEXT_READER, signals, meters));
    }

    private Waiting ofReader(String reader, String group, String topic, MeterRegistry meters) {
        return new Waiting(
                "squads.unread.records",
                "squads.unread.oldest.seconds",
                Tags.of("reader", reader),
                group,
                () -> unread.partitionsOf(topic),
                meters);
    }

    @Scheduled(every = "{squads.lag-looked-up}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        for (Waiting one : all) {
            try {
                UnreadRecords.Unread its = unread.by(one.group, one.partitions.get());
                one.records = its.records();
                one.oldestSeconds = its.oldestAge(clock.instant()).toMillis() / MILLIS_PER_SECOND;
            } catch (KafkaException | IllegalStateException unknown) {
                one.records = Double.NaN;
                one.oldestSeconds = Double.NaN;
                LOG.atWarn()
                        .addKeyValue("group", one.group)
                        .addKeyValue("reason", unknown.toString())
                        .log("it is not known how much waits");
            }
        }
    }

    private Collection<TopicPartition> judgedHere() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(TaskMetadata::topicPartitions)
                .flatMap(Set::stream)
                .filter(partition -> partition.topic().equals(judgedTopic))
                .collect(Collectors.toSet());
    }

    @PreDestroy
    void close() {
        unread.close();
    }

    private static final class Waiting {

        private final String group;
        private final Supplier<Collection<TopicPartition>> partitions;
        private volatile double records = Double.NaN;
        private volatile double oldestSeconds = Double.NaN;

        Waiting(
                String recordsName,
                String oldestName,
                Tags tags,
                String group,
                Supplier<Collection<TopicPartition>> partitions,
                MeterRegistry meters) {
            this.group = group;
            this.partitions = partitions;
            meters.gauge(recordsName, tags, this, its -> its.records);
            meters.gauge(oldestName, tags, this, its -> its.oldestSeconds);
        }
    }
}

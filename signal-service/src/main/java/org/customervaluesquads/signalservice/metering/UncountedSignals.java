package org.customervaluesquads.signalservice.metering;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TaskMetadata;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.contracts.UnreadRecords;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accepted signals that wait to be counted at this instance, as gauges; looked up now and then, and not whenever
 * somebody asks. While it is not known, the gauges say so: they are not a number.
 */
@ApplicationScoped
class UncountedSignals {

    private static final Logger LOG = LoggerFactory.getLogger(UncountedSignals.class);
    private static final double MILLIS_PER_SECOND = 1_000;

    private final KafkaStreams streams;
    private final Clock clock;
    private final UnreadRecords unread;
    private final String group;
    private final String judgedTopic;
    private volatile double waiting = Double.NaN;
    private volatile double oldestSeconds = Double.NaN;

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
        this.group = settings.getString(StreamsConfig.APPLICATION_ID_CONFIG);
        this.judgedTopic = Topics.SIGNALS_JUDGED.in(config.prefix());
        meters.gauge("squads.signals.uncounted", this, here -> here.waiting);
        meters.gauge("squads.signals.uncounted.oldest.seconds", this, here -> here.oldestSeconds);
    }

    @Scheduled(every = "{squads.lag-looked-up}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            UnreadRecords.Unread uncounted = unread.by(group, partitionsHere());
            waiting = uncounted.records();
            oldestSeconds = uncounted.oldestAge(clock.instant()).toMillis() / MILLIS_PER_SECOND;
        } catch (KafkaException | IllegalStateException unknown) {
            waiting = Double.NaN;
            oldestSeconds = Double.NaN;
            LOG.atWarn().addKeyValue("reason", unknown.toString()).log("it is not known how many signals wait");
        }
    }

    private Collection<TopicPartition> partitionsHere() {
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
}

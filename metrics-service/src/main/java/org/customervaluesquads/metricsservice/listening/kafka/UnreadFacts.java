package org.customervaluesquads.metricsservice.listening.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.customervaluesquads.contracts.UnreadRecords;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this service has not read yet of its topics, by reader, as gauges; all instances together. Looked up now and
 * then, and not whenever somebody asks. While it is not known, the gauges say so: they are not a number.
 */
@ApplicationScoped
class UnreadFacts {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadFacts.class);
    private static final List<String> CHANNELS = List.of(
            "ledger", "cells", "intents", "squads", "squad-events", "policies", "identities", "erasures", "cycles");
    private static final double MILLIS_PER_SECOND = 1_000;

    private final UnreadRecords unread;
    private final Clock clock;
    private final List<Reader> readers = new ArrayList<>();

    UnreadFacts(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Config config,
            Clock clock,
            MeterRegistry meters) {
        this.unread = new UnreadRecords(kafka);
        this.clock = clock;
        CHANNELS.forEach(channel -> readers.add(new Reader(
                config.getValue("mp.messaging.incoming." + channel + ".group.id", String.class),
                config.getValue("mp.messaging.incoming." + channel + ".topic", String.class),
                channel,
                meters)));
        readers.add(new Reader(
                config.getValue("quarkus.kafka-streams.application-id", String.class),
                config.getValue("mp.messaging.incoming.ledger.topic", String.class),
                "summing",
                meters));
    }

    @Scheduled(every = "{squads.unread-looked-up}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        for (Reader reader : readers) {
            try {
                UnreadRecords.Unread its = unread.by(reader.group, unread.partitionsOf(reader.topic));
                reader.records = its.records();
                reader.oldestSeconds = its.oldestAge(clock.instant()).toMillis() / MILLIS_PER_SECOND;
            } catch (KafkaException unknown) {
                reader.records = Double.NaN;
                reader.oldestSeconds = Double.NaN;
                LOG.atWarn()
                        .addKeyValue("reader", reader.group)
                        .addKeyValue("reason", unknown.toString())
                        .log("it is not known what is unread");
            }
        }
    }

    @PreDestroy
    void close() {
        unread.close();
    }

    private static final class Reader {

        private final String group;
        private final String topic;
        private volatile double records = Double.NaN;
        private volatile double oldestSeconds = Double.NaN;

        Reader(String group, String topic, String name, MeterRegistry meters) {
            this.group = group;
            this.topic = topic;
            Tags tags = Tags.of("reader", name);
            meters.gauge("squads.unread.records", tags, this, its -> its.records);
            meters.gauge("squads.unread.oldest.seconds", tags, this, its -> its.oldestSeconds);
        }
    }
}

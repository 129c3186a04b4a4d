package org.customervaluesquads.signalservice.sources.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.intake.kafka.SignalLog;
import org.customervaluesquads.signalservice.sources.Sources;
import org.jspecify.annotations.Nullable;

/**
 * Registers a source, or changes it, and waits until this instance itself goes by it, so that whoever registers can send
 * at once. Other instances follow within the time of reading the topic.
 */
@ApplicationScoped
public class RegisteringSources {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final SignalLog log;
    private final Sources sources;
    private final Clock clock;
    private final SignalServiceConfig config;

    RegisteringSources(SignalLog log, Sources sources, Clock clock, SignalServiceConfig config) {
        this.log = log;
        this.sources = sources;
        this.clock = clock;
        this.config = config;
    }

    /** Registers; fails with a {@link java.util.concurrent.TimeoutException} when this instance does not follow in time. */
    public Uni<SourceRegistered> register(
            String sourceId, String silo, @Nullable String channel, @Nullable String region, @Nullable String mapping) {
        SourceRegistered source = SourceRegistered.open(sourceId, silo, channel, region, mapping, clock.instant());
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.SOURCES.in(config.prefix()),
                sourceId,
                MessageSerde.of(Topics.SOURCES).serializer().serialize(Topics.SOURCES.name(), source));
        CloudEventHeaders.write(
                record.headers(),
                sourceId + "@" + source.changedAt(),
                "signal-service",
                "source.registered",
                source.changedAt());
        return Uni.createFrom()
                .completionStage(() -> log.append(List.of(record)))
                .chain(() -> untilKnown(source))
                .replaceWith(source);
    }

    private Uni<Void> untilKnown(SourceRegistered source) {
        return Uni.createFrom()
                .item(() -> sources.find(source.sourceId()))
                .onItem()
                .transformToUni(known -> isAsNewAs(source, known)
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().<Void>failure(new NotYetKnown()))
                .onFailure(NotYetKnown.class)
                .retry()
                .withBackOff(LOOK_AGAIN, LOOK_AGAIN)
                .expireIn(config.registrationWait().toMillis());
    }

    private static boolean isAsNewAs(SourceRegistered source, @Nullable SourceRegistered known) {
        return known != null && !known.changedAt().isBefore(source.changedAt());
    }

    private static final class NotYetKnown extends RuntimeException {
        NotYetKnown() {
            super("this instance does not go by the source yet");
        }
    }
}

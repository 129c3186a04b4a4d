package org.customervaluesquads.signalservice.sources.kafka;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
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
 *
 * <p>A source is one record, so a change is made of the record before it; on one instance changes wait for each other. Of
 * two that reach two instances at the same moment the later one stays.
 */
@ApplicationScoped
public class RegisteringSources {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Semaphore changing = new Semaphore(1);
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

    /**
     * Changes a source, blocking until the change is in force here.
     *
     * @param change is given what is registered, null if nothing is, and the time of the change; what it gives back as it
     *     was is not written again
     * @return the source as it is after it; null if there is none
     * @throws TimeoutException if this instance does not follow in time
     * @throws org.apache.kafka.common.KafkaException if the log cannot take it
     */
    public @Nullable SourceRegistered change(
            String sourceId, BiFunction<@Nullable SourceRegistered, Instant, @Nullable SourceRegistered> change) {
        waitForOthers();
        try {
            SourceRegistered before = sources.find(sourceId);
            SourceRegistered changed = change.apply(before, after(before));
            return changed == null || changed.equals(before)
                    ? before
                    : append(changed).await().atMost(SignalLog.ANSWERS_WITHIN.plus(config.registrationWait()));
        } finally {
            changing.release();
        }
    }

    private void waitForOthers() {
        try {
            if (!changing.tryAcquire(config.registrationWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TimeoutException();
        }
    }

    /** Later than the registration before, even if that was made by another instance's clock. */
    private Instant after(@Nullable SourceRegistered before) {
        Instant now = clock.instant();
        return before == null || now.isAfter(before.changedAt())
                ? now
                : before.changedAt().plus(1, ChronoUnit.MICROS);
    }

    private Uni<SourceRegistered> append(SourceRegistered source) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.SOURCES.in(config.prefix()),
                source.sourceId(),
                MessageSerde.of(Topics.SOURCES).serializer().serialize(Topics.SOURCES.name(), source));
        CloudEventHeaders.write(
                record.headers(),
                source.sourceId() + "@" + source.changedAt(),
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

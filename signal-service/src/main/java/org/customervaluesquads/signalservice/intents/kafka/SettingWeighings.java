package org.customervaluesquads.signalservice.intents.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.customervaluesquads.contracts.CataloguePublished;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.ModelPublished;
import org.customervaluesquads.contracts.ModelPublished.Choice;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.intake.kafka.SignalLog;
import org.customervaluesquads.signalservice.intents.CatalogueJson;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.problems.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Sets what scores are made with, and waits until this instance itself goes by it. Of two settings that reach two
 * instances at the same moment the later one stays.
 */
@ApplicationScoped
public class SettingWeighings {

    private static final String ORIGIN = "signal-service";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final SignalLog log;
    private final Weighings weighings;
    private final Clock clock;
    private final SignalServiceConfig config;

    SettingWeighings(SignalLog log, Weighings weighings, Clock clock, SignalServiceConfig config) {
        this.log = log;
        this.weighings = weighings;
        this.clock = clock;
        this.config = config;
    }

    /** Sets the catalogue, blocking until it is in force here. */
    public void set(IntentCatalogue catalogue) {
        Instant now = clock.instant();
        CataloguePublished published = new CataloguePublished(catalogue.version(), now, CatalogueJson.write(catalogue));
        ProducerRecord<String, byte[]> record = record(Topics.INTENT_CATALOGUE, CataloguePublished.KEY, published);
        CloudEventHeaders.write(
                record.headers(), "catalogue@" + catalogue.version(), ORIGIN, "intent-catalogue.published", now);
        append(record, () -> weighings.current().catalogue().version() >= catalogue.version());
    }

    /** Chooses a version of an intent, blocking until it serves here. */
    public void choose(String intent, int version, boolean pinned) {
        Instant now = clock.instant();
        List<ModelPublished> versions = weighings.versions(intent);
        int newest = versions.isEmpty() ? 0 : versions.getFirst().version();
        ModelPublished choice = new ModelPublished(intent, version, now, null, new Choice(pinned, newest));
        ProducerRecord<String, byte[]> record = record(Topics.INTENT_MODELS, choice.key(), choice);
        CloudEventHeaders.write(record.headers(), choice.key() + "@" + now, ORIGIN, "intent-model.chosen", now);
        append(record, () -> isAsNew(weighings.choice(intent), now));
    }

    /** Takes the choice back: the newest version serves. */
    public void unchoose(String intent) {
        ModelPublished choice = weighings.choice(intent);
        if (choice != null) {
            ProducerRecord<String, byte[]> record = record(Topics.INTENT_MODELS, choice.key(), null);
            append(record, () -> weighings.choice(intent) == null);
        }
    }

    private static boolean isAsNew(@Nullable ModelPublished known, Instant chosen) {
        return known != null && !known.publishedAt().isBefore(chosen);
    }

    private void append(ProducerRecord<String, byte[]> record, BooleanSupplier known) {
        try {
            log.append(List.of(record))
                    .toCompletableFuture()
                    .get(SignalLog.ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            long late = System.nanoTime() + config.registrationWait().toNanos();
            while (!known.getAsBoolean()) {
                if (System.nanoTime() > late) {
                    throw Problems.unavailable("it is set, and this instance does not go by it yet");
                }
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (ExecutionException | TimeoutException away) {
            throw Problems.unavailable("the log could not take it; try again");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("interrupted");
        }
    }

    private <V> ProducerRecord<String, byte[]> record(Topic<V> topic, String key, @Nullable V message) {
        byte[] written =
                message == null ? null : MessageSerde.of(topic).serializer().serialize(topic.name(), message);
        return new ProducerRecord<>(topic.in(config.prefix()), key, written);
    }
}

package org.customervaluesquads.signalservice.text.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.intake.kafka.Intake;
import org.customervaluesquads.signalservice.intake.kafka.Intake.Derived;
import org.customervaluesquads.signalservice.intake.kafka.SignalLog;
import org.customervaluesquads.signalservice.text.Answers;
import org.customervaluesquads.signalservice.text.learning.Understanding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads counted signals beside everything else that does, and appends a signal of its own for each that bears a text.
 *
 * <p>The place in {@code signals} is committed when the log has what was derived until there. Whoever is killed in between
 * derives it again, under the same name, so that it is counted once. What waits here keeps nothing else waiting: behaviour
 * is scored before, and texts when their turn comes. A reader without a place, or whose place was forgotten, goes back as
 * far as names are remembered, since what is older would be counted again.
 */
@ApplicationScoped
class TextStage {

    private static final Logger LOG = LoggerFactory.getLogger(TextStage.class);
    private static final Duration POLL_MAX = Duration.ofMillis(500);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    /** Learning takes seconds; longer than this, and the group would take the partitions away. */
    private static final Duration LEARNT_WITHIN = Duration.ofMinutes(1);

    /** Understood one after the other, these take a few seconds. */
    private static final int RECORDS_MAX = 200;

    private final Understanding understanding;
    private final FollowingLessons lessons;
    private final Intake intake;
    private final TextMeters meters;
    private final boolean enabled;
    private final String topic;
    private final Map<String, Object> settings;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("signals-text").unstarted(this::run);

    TextStage(
            Understanding understanding,
            FollowingLessons lessons,
            Intake intake,
            TextMeters meters,
            SignalServiceConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.understanding = understanding;
        this.lessons = lessons;
        this.intake = intake;
        this.meters = meters;
        this.enabled = config.text().enabled();
        this.topic = Topics.SIGNALS.in(config.prefix());
        this.settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.prefix() + SignalServiceConfig.TEXT_READER);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, SignalServiceConfig.TEXT_READER);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "by_duration:" + config.duplicateWindow());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_MAX);
    }

    void start(@Observes StartupEvent start) {
        if (enabled) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        stop.countDown();
        thread.join(STOPS_WITHIN);
    }

    private void run() {
        try {
            lessons.awaitRead(stop);
            while (stop.getCount() > 0) {
                try (Consumer<String, byte[]> consumer =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                    consumer.subscribe(List.of(topic));
                    takeUntilStopped(consumer);
                } catch (RuntimeException | VirtualMachineError broken) {
                    LOG.atError().setCause(broken).log("texts are read anew");
                    boolean _ = stop.await(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeUntilStopped(Consumer<String, byte[]> consumer) throws InterruptedException {
        while (stop.getCount() > 0) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL_MAX);
            if (records.isEmpty()) {
                continue;
            }
            try {
                take(records);
                consumer.commitSync();
            } catch (ExecutionException | TimeoutException | KafkaException away) {
                LOG.atWarn().addKeyValue("reason", away.toString()).log("texts are taken again");
                for (TopicPartition partition : records.partitions()) {
                    consumer.seek(
                            partition, records.records(partition).getFirst().offset());
                }
                boolean _ = stop.await(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void take(ConsumerRecords<String, byte[]> records)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Written> written = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Written.in(record).ifPresent(written::add);
        }
        if (written.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        Map<Written, Answers> answers = understood(written);
        Duration each = Duration.ofNanos((System.nanoTime() - began) / written.size());
        List<Derived> derived = new ArrayList<>();
        answers.forEach((one, answer) -> {
            meters.understood(answer, each);
            answer.asSignalOf(one.signal(), one.subject())
                    .ifPresent(signal -> derived.add(new Derived(signal, one.traceParent())));
        });
        intake.append(derived).toCompletableFuture().get(SignalLog.ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Side by side; or, where one of them cannot be understood, each alone, so that it holds up no other. */
    private Map<Written, Answers> understood(List<Written> written) throws InterruptedException, TimeoutException {
        try {
            return together(written);
        } catch (RuntimeException oneOfThem) {
            Map<Written, Answers> answers = new LinkedHashMap<>();
            for (Written one : written) {
                try {
                    answers.putAll(together(List.of(one)));
                } catch (RuntimeException fault) {
                    one.skip("cannot be understood: " + fault);
                }
            }
            return answers;
        }
    }

    private Map<Written, Answers> together(List<Written> written) throws InterruptedException, TimeoutException {
        List<Answers> answers =
                understanding.understand(written.stream().map(Written::text).toList(), LEARNT_WITHIN);
        if (answers == null) {
            throw new TimeoutException("nothing was learnt yet");
        }
        Map<Written, Answers> byText = new LinkedHashMap<>();
        for (int i = 0; i < written.size(); i++) {
            byText.put(written.get(i), answers.get(i));
        }
        return byText;
    }
}

package org.customervaluesquads.signalservice.intake.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.OwnForm;
import org.customervaluesquads.signalservice.intake.kafka.Intake.Door;
import org.customervaluesquads.signalservice.topology.CatchingUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Kafka door: takes what comes on the inbox to the same judge as every other door.
 *
 * <p>A record is done with when the log has its verdict, and only then is its place in the inbox committed; whoever is
 * killed in between judges it again, as of the moment at which the broker took it, and it is counted once by its source
 * and id. Instances share the partitions as a consumer group. A record that cannot be taken because the log is away is read again from its place, for as long as it
 * takes.
 */
@ApplicationScoped
class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Duration POLL_MAX = Duration.ofMillis(500);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);
    private static final Duration SESSION_MAX = Duration.ofSeconds(10);
    private static final int RECORDS_MAX = 500;

    /** Of records on their way to the log together; written as JSON texts they can grow sixfold. */
    private static final int IN_FLIGHT_BYTES_MAX = 1024 * 1024;

    private final Intake intake;
    private final CatchingUp catchingUp;
    private final String topic;
    private final Map<String, Object> settings;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("signals-inbox").unstarted(this::run);

    Inbox(
            Intake intake,
            CatchingUp catchingUp,
            SignalServiceConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.intake = intake;
        this.catchingUp = catchingUp;
        this.topic = Topics.SIGNALS_INBOX.in(config.prefix());
        this.settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.prefix() + OwnForm.INBOX);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, OwnForm.INBOX);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_MAX);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION_MAX.toMillis());
    }

    void start(@Observes StartupEvent start) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        stop.countDown();
        thread.join(STOPS_WITHIN);
    }

    private void run() {
        try {
            while (!catchingUp.isCaughtUp() && !stop.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                // a source that is not known yet would be refused
            }
            while (stop.getCount() > 0) {
                try (Consumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                    consumer.subscribe(List.of(topic));
                    takeUntilStopped(consumer);
                } catch (RuntimeException | VirtualMachineError broken) {
                    // also after a lack of memory: the doors go on then, and nobody would see that this one does not
                    LOG.atError().setCause(broken).log("the inbox is read anew");
                    boolean _ = stop.await(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeUntilStopped(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        while (stop.getCount() > 0) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL_MAX);
            if (!records.isEmpty()) {
                try {
                    take(records);
                    consumer.commitSync();
                } catch (ExecutionException | TimeoutException | KafkaException away) {
                    LOG.atWarn().addKeyValue("reason", away.toString()).log("records of the inbox are taken again");
                    for (TopicPartition partition : records.partitions()) {
                        consumer.seek(
                                partition, records.records(partition).getFirst().offset());
                    }
                    boolean _ = stop.await(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> records)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<CompletableFuture<?>> inFlight = new ArrayList<>();
        int bytes = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            inFlight.add(take(record));
            bytes += Math.max(0, record.serializedValueSize());
            if (bytes > IN_FLIGHT_BYTES_MAX) {
                awaitAll(inFlight);
                bytes = 0;
            }
        }
        awaitAll(inFlight);
    }

    /** A fault of ours in reading one record must not stop all that stand behind it: it is refused, and kept. */
    private CompletableFuture<?> take(ConsumerRecord<byte[], byte[]> record) {
        try {
            return take(record, InboxRecord.offered(record.headers(), record.value()));
        } catch (RuntimeException fault) {
            LOG.atError()
                    .setCause(fault)
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("a record of the inbox could not be judged");
            return take(record, InboxRecord.unjudged(record.value()));
        }
    }

    private CompletableFuture<?> take(ConsumerRecord<byte[], byte[]> record, Offered offered) {
        String traceParent = CloudEventHeaders.read(record.headers(), CloudEventHeaders.TRACE_PARENT);
        Door door = new Door(OwnForm.INBOX, null, traceParent, null);
        Instant arrived = Instant.ofEpochMilli(record.timestamp());
        return intake.takeFromBroker(door, List.of(offered), arrived).toCompletableFuture();
    }

    private static void awaitAll(List<CompletableFuture<?>> inFlight)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture.allOf(inFlight.toArray(CompletableFuture<?>[]::new))
                .get(SignalLog.ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        inFlight.clear();
    }
}

package org.customervaluesquads.squadservice.outbox.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.customervaluesquads.squadservice.SquadsConfig;
import org.customervaluesquads.squadservice.outbox.MessagesLeft;
import org.customervaluesquads.squadservice.outbox.WaitingMessage;
import org.customervaluesquads.squadservice.outbox.store.WaitingMessages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Takes messages from the outbox to Kafka: in order, and none of them never. */
@ApplicationScoped
public class OutboxRelay {

    /*
     * Why the order of a squad holds, and nothing is lost:
     *
     * 1. A message is written in the transaction of the change that it tells of. Whoever changes a squad holds its row
     *    until the commit, so of two changes to one squad the second takes its sequence after the first is committed.
     *    Transactions of different squads may commit in another order than their sequences: then a lower sequence shows
     *    up after a higher one has left, which is why messages are deleted by name and not up to a mark.
     * 2. Of all instances one relays at a time: whose database session has the relay's lock. An instance keeps it while
     *    it lives, because each new producer shuts out the one before it, and taking turns would do that all the time.
     * 3. A batch is one Kafka transaction. If it fails it is as if it had never been sent, so no message can overtake
     *    one that failed. Idempotence alone would not do: when a message's time is up, those behind it still go.
     * 4. A relay that lost its session (a network that broke, a long pause) may still be sending while another one has
     *    taken over. Both use one transactional id, so the broker refuses what the old one sends; without that an old
     *    state of a squad could be written over a newer one, for good.
     * 5. Messages are deleted after the commit in Kafka. A crash between the two, or a commit whose answer is lost,
     *    sends the batch again, in the same order and with the same event ids and versions, by which a reader of
     *    committed messages knows what it has seen. A reader of uncommitted ones may also see a batch that failed.
     */
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final DataSource database;
    private final Map<String, Object> kafka;
    private final SquadsConfig config;
    private final BlockingQueue<MessagesLeft> bell = new ArrayBlockingQueue<>(1);
    private volatile @Nullable Thread worker;

    /** A relay between this database and this broker; it does nothing before it is started. */
    public OutboxRelay(
            DataSource database, @Identifier("default-kafka-broker") Map<String, Object> kafka, SquadsConfig config) {
        this.database = database;
        this.kafka = kafka;
        this.config = config;
    }

    void startWithTheService(@Observes StartupEvent started) {
        start();
    }

    void stopWithTheService(@Observes ShutdownEvent stopping) {
        stop();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesLeft left) {
        bell.offer(left); // one ring that nobody has heard yet is enough
    }

    /** Begins to relay, or to wait for its turn, if it does not yet. */
    public synchronized void start() {
        if (worker == null) {
            Thread starting = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::relayUntilStopped);
            worker = starting; // before it runs, since it runs while it is the worker
            starting.start();
        }
    }

    /** Ends relaying; a batch that is under way is given up, and sent again by whoever relays next. */
    public synchronized void stop() {
        Thread stopping = worker;
        worker = null;
        if (stopping == null) {
            return;
        }
        stopping.interrupt();
        try {
            stopping.join(STOP_WAIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void relayUntilStopped() {
        while (isWanted()) {
            try {
                relayWhenItsTurn();
            } catch (SQLException | RuntimeException failed) {
                LOG.atLevel(isWanted() ? Level.WARN : Level.DEBUG)
                        .addKeyValue("reason", failed.getMessage())
                        .addKeyValue("retryAfter", config.outbox().retryAfter())
                        .log("outbox waits");
            } catch (InterruptedException stopped) {
                return;
            }
            pause();
        }
    }

    private void relayWhenItsTurn() throws SQLException, InterruptedException {
        Optional<WaitingMessages> turn = WaitingMessages.hold(database);
        if (turn.isEmpty()) {
            LOG.atDebug().log("another outbox relay is at work");
            return;
        }
        try (WaitingMessages messages = turn.get();
                OutboxProducer producer = new OutboxProducer(kafka, config)) {
            LOG.atInfo().log("outbox relay at work");
            while (isWanted()) {
                relay(messages, producer);
            }
        }
    }

    private void relay(WaitingMessages messages, OutboxProducer producer) throws SQLException, InterruptedException {
        List<WaitingMessage> next = messages.next(config.outbox().batch());
        if (next.isEmpty()) {
            bell.poll(config.outbox().poll().toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        producer.send(next);
        messages.delete(next);
    }

    private void pause() {
        try {
            Thread.sleep(config.outbox().retryAfter());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWanted() {
        return Thread.currentThread().equals(worker) && !Thread.currentThread().isInterrupted();
    }
}

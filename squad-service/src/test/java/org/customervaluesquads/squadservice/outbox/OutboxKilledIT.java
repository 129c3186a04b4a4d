package org.customervaluesquads.squadservice.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The service is killed at random moments at which changes are committed and not yet sent, and started again, while
 * clients change squads and repeat what got no answer. Neither topic loses or reorders an event.
 *
 * <p>A few times in every build; {@code -Doutbox.kills=50} has it many times.
 */
class OutboxKilledIT {

    private static final int KILLS = Integer.getInteger("outbox.kills", 3);
    private static final int SQUADS = 4;

    /** Few kills may all come just after a send: then there are as many more. */
    private static final int MOST_ROUNDS = 5;

    private static final int SHORTEST_LIFE_MILLIS = 1_000;
    private static final int LONGEST_LIFE_MILLIS = 4_000;

    /** While clients change squads a message waits at nearly any moment: it is long only where the machine is slow. */
    private static final Duration MESSAGE_WAIT = Duration.ofMinutes(2);

    /** Longer than the broker keeps a batch open whose relay was killed. */
    private static final Duration SENT_WAIT = Duration.ofMinutes(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(1);

    private final Random random = new Random(42);
    private final List<Kill> kills = new ArrayList<>();
    private ServiceProcess service;

    @BeforeEach
    void start() throws Exception {
        service = new ServiceProcess();
        service.start();
    }

    @AfterEach
    void end() throws Exception {
        service.end();
    }

    @Test
    void losesAndReordersNothingWhenItIsKilledBetweenCommitAndSend() throws Exception {
        List<StubbornClient> clients = new ArrayList<>();
        for (int seed = 0; seed < SQUADS; seed++) {
            clients.add(new StubbornClient(service.base(), seed));
        }

        long beforeSend = 0;
        try (var events = service.reader(Topics.SQUAD_EVENTS);
                var states = service.reader(Topics.SQUADS)) {
            for (int round = 0; round < MOST_ROUNDS && beforeSend < KILLS; round++) {
                killWhileTheyChange(clients, KILLS - (int) beforeSend);
                beforeSend = killsBeforeSend(assertNothingIsLost(clients, events, states));
            }
        }

        assertThat(beforeSend)
                .as("kills that left an event committed and not sent")
                .isGreaterThanOrEqualTo(KILLS);
    }

    private void killWhileTheyChange(List<StubbornClient> clients, int times) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        int most = kills.size() + times;
        try (var threads = Executors.newFixedThreadPool(SQUADS)) {
            List<Future<?>> work = clients.stream()
                    .<Future<?>>map(client -> threads.submit(() -> {
                        while (!enough.get()) {
                            client.change();
                        }
                        return null;
                    }))
                    .toList();
            try {
                while (kills.size() < most && work.stream().noneMatch(Future::isDone)) {
                    killWhenSomethingWaits(work);
                }
            } finally {
                enough.set(true);
            }
            for (Future<?> done : work) {
                done.get();
            }
        }
    }

    /** Kills the service and starts it again, unless a client gave up: then nothing may ever wait. */
    private void killWhenSomethingWaits(List<Future<?>> work) throws Exception {
        Thread.sleep(random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS));
        Awaitility.await("a message that waits")
                .atMost(MESSAGE_WAIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_AGAIN)
                .until(() -> work.stream().anyMatch(Future::isDone)
                        || !service.waiting().isEmpty());
        if (work.stream().noneMatch(Future::isDone)) {
            service.kill();
            kills.add(new Kill(System.currentTimeMillis(), service.waiting()));
            service.start();
        }
    }

    /** Returns when each event was sent first, by its id. */
    private Map<String, Long> assertNothingIsLost(
            List<StubbornClient> clients, Reader<SquadEventRecorded> events, Reader<SquadPublished> states)
            throws Exception {
        Awaitility.await("an empty outbox")
                .atMost(SENT_WAIT)
                .until(() -> service.waiting().isEmpty());
        Map<String, Long> firstSentAt = new HashMap<>();
        for (StubbornClient client : clients) {
            client.change(); // whatever was sent again is on the topics before this
            assertNothingIsLost(client, events, states)
                    .forEach(event -> firstSentAt.putIfAbsent(id(event), event.timestamp()));
        }
        return firstSentAt;
    }

    private List<ConsumerRecord<String, SquadEventRecorded>> assertNothingIsLost(
            StubbornClient client, Reader<SquadEventRecorded> eventReader, Reader<SquadPublished> stateReader)
            throws InterruptedException {
        JsonNode shown = client.shown();
        long last = shown.get("version").asLong();
        var events = eventReader.readUpTo(client.squad(), event -> event.version() == last);
        var states = stateReader.readUpTo(client.squad(), state -> state.version() == last);

        Map<String, Long> told = firstSeen(events, event -> event.value().version());

        assertThat(told.values())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, last).boxed().toList());
        assertThat(told.values()).containsAll(client.promised());
        assertThat(told.keySet()).containsExactlyElementsOf(client.history());
        assertThat(firstSeen(states, state -> state.value().version())).containsExactlyEntriesOf(told);
        SquadPublished now = states.getLast().value();
        assertThat(now.name()).isEqualTo(shown.get("name").asText());
        assertThat(now.stage()).isEqualTo(shown.get("stage").asText());
        assertThat(now.members()).isEqualTo(shown.get("members").size());
        assertThat(now.changedAt()).isEqualTo(shown.get("changedAt").asText());
        return events;
    }

    private long killsBeforeSend(Map<String, Long> firstSentAt) {
        long beforeSend =
                kills.stream().filter(kill -> kill.wasBefore(firstSentAt)).count();
        System.out.printf(
                "%d kills, %d of them between commit and send; %d events of %d squads, none lost or out of order%n",
                kills.size(), beforeSend, firstSentAt.size(), SQUADS);
        return beforeSend;
    }

    /**
     * The versions by event id, in the order in which a reader saw each for the first time. The only step back is that a
     * relay begins again with the batch of one that was killed.
     */
    private <V> Map<String, Long> firstSeen(
            List<ConsumerRecord<String, V>> messages, ToLongFunction<ConsumerRecord<String, V>> version) {
        Map<String, Long> seen = new LinkedHashMap<>();
        long before = 0;
        int stepsBack = 0;
        for (var message : messages) {
            long now = version.applyAsLong(message);
            assertThat(now).isLessThanOrEqualTo(before + 1);
            stepsBack += now <= before ? 1 : 0;
            before = now;
            assertThat(seen.putIfAbsent(id(message), now)).isIn(null, now);
        }
        assertThat(stepsBack).isLessThanOrEqualTo(kills.size());
        return seen;
    }

    private static String id(ConsumerRecord<?, ?> message) {
        return Reader.header(message, CloudEventHeaders.ID);
    }

    /** When the service was dead, and the events of which messages were then left in the outbox. */
    private record Kill(long at, Set<String> left) {

        /** Whether one of them had not been sent: what was sent and not yet forgotten is left there, too. */
        boolean wasBefore(Map<String, Long> firstSentAt) {
            return left.stream().anyMatch(event -> firstSentAt.get(event) > at);
        }
    }
}

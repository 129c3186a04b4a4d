package org.customervaluesquads.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.customervaluesquads.localstack.stack.Service;

/** Clients that send the same body over and over, never pause, and care for no answer. */
final class Flood implements AutoCloseable {

    private static final int CLIENTS = 2;
    private static final int ANSWERS_AT_LEAST = 10;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final int UNANSWERED = -1;

    private final Company company;
    private final String door;
    private final String body;
    private final Thread[] clients = new Thread[CLIENTS];
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private volatile boolean over;

    Flood(Company company, String door, String body) {
        this.company = company;
        this.door = door;
        this.body = body;
        for (int i = 0; i < CLIENTS; i++) {
            clients[i] = Thread.ofPlatform().name("flood of " + door).start(this::send);
        }
    }

    /** Waits until the flood has begun to be answered. */
    void awaitAnswers() {
        await().atMost(ANSWERED_WITHIN)
                .until(() ->
                        answers.values().stream().mapToInt(Integer::intValue).sum() >= ANSWERS_AT_LEAST);
    }

    /** How often each status was answered. */
    Map<Integer, Integer> answers() {
        return new TreeMap<>(answers);
    }

    @Override
    public void close() {
        over = true;
        for (Thread client : clients) {
            try {
                client.join(ANSWERED_WITHIN);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public String toString() {
        return "a flood of " + door + ": " + answers();
    }

    private void send() {
        while (!over) {
            int status = UNANSWERED;
            try {
                status = company.post(Service.SIGNAL, door, body).status();
            } catch (IOException unanswered) {
                // counted as such
            }
            answers.merge(status, 1, Integer::sum);
        }
    }
}

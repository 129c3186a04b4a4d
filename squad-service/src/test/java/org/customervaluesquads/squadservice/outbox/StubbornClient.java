package org.customervaluesquads.squadservice.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.customervaluesquads.contracts.MessageJson;

/**
 * Somebody who changes one squad again and again, and repeats what got no answer until it is done.
 *
 * <p>No answer, and an answer that the service cannot serve now, are what a killed service gives: the client pauses and
 * tries again. Any other refusal is a fault, and said at once.
 */
final class StubbornClient {

    /** Longer than a killed service is given to be back. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration ANSWER_WAIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int LONGEST_BREATH_MILLIS = 30;
    private static final int SHARES = 100;
    private static final int REFUSED = 300;
    private static final int OUTDATED = 412;
    private static final int NOT_NOW = 500;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Random random;
    private final UUID person;
    private final UUID squad;
    private final Set<Long> promised = new TreeSet<>();
    private int changes;

    /** Forms a squad, and adds a person who will be in it. */
    StubbornClient(String base, long seed) throws InterruptedException {
        this.base = base;
        this.random = new Random(seed);
        this.person = create("/people", """
                {"name": "Ada", "department": "sales", "costRate": {"amount": 400.00, "currency": "EUR"}}""");
        this.squad = create("/squads", charter("squad " + seed));
    }

    /** Does one of the changes that there are, and returns when it is known to be done. */
    void change() throws InterruptedException {
        changes++;
        if (random.nextBoolean()) {
            rename("name " + changes);
        } else {
            done(request("/squads/" + squad + "/members/" + person)
                    .header("If-Match", "*")
                    .PUT(BodyPublishers.ofString(
                            "{\"role\": \"analyst\", \"allocation\": %d}".formatted(1 + random.nextInt(SHARES)))));
        }
        Thread.sleep(random.nextInt(LONGEST_BREATH_MILLIS));
    }

    UUID squad() {
        return squad;
    }

    /** The versions that the service said it had made. */
    Set<Long> promised() {
        return promised;
    }

    /** The squad, as the service shows it. */
    JsonNode shown() throws InterruptedException {
        return done(request("/squads/" + squad));
    }

    /** The ids of what happened to the squad, as the service tells them. */
    List<String> history() throws InterruptedException {
        List<String> ids = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = done(request("/squads/" + squad + "/history?limit=200" + after));
            page.get("items").forEach(event -> ids.add(event.get("eventId").asText()));
            after = page.get("next").isNull()
                    ? null
                    : "&after=" + page.get("next").asText();
        }
        return ids;
    }

    /** Whether a change without an answer was done is seen from the squad, and so is the version to be changed. */
    private void rename(String name) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = shown();
        while (!now.get("name").asText().equals(name)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not renamed in time: " + now);
            }
            answer(request("/squads/" + squad)
                    .header("If-Match", "\"" + now.get("version").asLong() + "\"")
                    .PUT(BodyPublishers.ofString(charter(name))));
            now = shown();
        }
    }

    private UUID create(String path, String body) throws InterruptedException {
        JsonNode created = done(request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
        return UUID.fromString(created.get("id").asText());
    }

    /** What is answered in the end to a request that can be repeated as it is. */
    private JsonNode done(HttpRequest.Builder request) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<HttpResponse<String>> answer = answer(request);
            if (answer.isPresent()) {
                return read(answer.get());
            }
        }
        throw new AssertionError("not done in time: " + request.build());
    }

    /** The answer of a service that lives, after a pause if there is none. */
    private Optional<HttpResponse<String>> answer(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            int status = answer.statusCode();
            boolean outdated = status == OUTDATED && isConditional(answer.request());
            if (status >= REFUSED && status < NOT_NOW && !outdated) {
                throw new AssertionError(answer + ": " + answer.body());
            }
            if (status < NOT_NOW) {
                remember(answer);
                return Optional.of(answer);
            }
        } catch (IOException killed) {
            // it may have been done or not, as after an answer of 5xx
        }
        Thread.sleep(PAUSE);
        return Optional.empty();
    }

    private static boolean isConditional(HttpRequest request) {
        return request.headers().firstValue("If-Match").isPresent();
    }

    private void remember(HttpResponse<String> answer) {
        answer.headers()
                .firstValue("ETag")
                .filter(tag -> answer.uri().getPath().startsWith("/squads"))
                .ifPresent(tag -> promised.add(Long.parseLong(tag.replace("\"", ""))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(ANSWER_WAIT)
                .header("Content-Type", "application/json");
    }

    private static String charter(String name) {
        return MessageJson.mapper()
                .valueToTree(Map.of("name", name, "mission", Map.of("valueArea", "revenue-operations", "goal", "sell")))
                .toString();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return MessageJson.mapper().readTree(answer.body());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}

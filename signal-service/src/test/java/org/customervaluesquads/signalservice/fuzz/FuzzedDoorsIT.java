package org.customervaluesquads.signalservice.fuzz;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.Test;

/**
 * Malformed input at every door, with right signals among it: no 5xx, no lost signal, no growing memory. A longer run is
 * {@code -Dfuzz.inputs=10000}, another one {@code -Dfuzz.seed=…}.
 */
@RealParts
class FuzzedDoorsIT {

    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_105L);
    private static final int ONE_IN = 20;
    private static final int MEASURED_AFTER = 1_000;
    private static final long GROWTH_BYTES_MAX = 32L * 1024 * 1024;
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private static final String SIGNAL = """
            {"id": "fuzz", "source": "fuzz-shop", "type": "order.completed", "occurredAt": "2026-01-05T11:00:00Z",\
             "sentAt": "2026-01-05T11:00:01Z", "customer": {"id": "ann", "region": "GB"}, "channel": "web",\
             "value": {"amount": 505.30, "currency": "GBP"}, "text": "schön", "properties": {"units": 166, "a": [1]}}""";
    private static final String EVENT = """
            {"specversion": "1.0", "id": "fuzz", "source": "fuzz-shop", "type": "order.completed",\
             "time": "2026-01-05T11:00:00Z", "datacontenttype": "application/json",\
             "data": {"customer": {"id": "ann"}, "value": {"amount": 5, "currency": "GBP"}}}""";
    private static final String MAPPING =
            "{\"id\": .nr, \"type\": \"order.completed\", \"occurredAt\": .at," + " \"customer\": {\"id\": .who}}";

    /** A new door is one more line. */
    private static final List<FuzzedDoor> DOORS = List.of(
            new FuzzedDoor("/signals", "application/json", SIGNAL),
            new FuzzedDoor("/signals/batch", "application/json", "[" + SIGNAL + ", " + SIGNAL + "]"),
            new FuzzedDoor("/signals/batch", "application/x-ndjson", SIGNAL + "\n" + SIGNAL + "\n"),
            new FuzzedDoor("/signals", "application/cloudevents+json", EVENT),
            new FuzzedDoor("/signals", "application/cloudevents-batch+json", "[" + EVENT + "]"),
            new FuzzedDoor(
                    "/signals",
                    "application/json",
                    Map.of(
                            "ce-specversion",
                            "1.0",
                            "ce-id",
                            "fuzz",
                            "ce-source",
                            "fuzz-shop",
                            "ce-type",
                            "order.completed"),
                    "{\"customer\": {\"id\": \"ann\"}, \"occurredAt\": \"2026-01-05T11:00:00Z\"}"),
            new FuzzedDoor(
                    "/sources/fuzz-shop/events",
                    "application/json",
                    "[{\"nr\": \"e-1\", \"at\": \"2026-01-05T11:00:00Z\", \"who\": \"ann\"}, {\"nr\": 5}]"),
            new FuzzedDoor("/sources/fuzz-shop/preview", "application/json", "{\"events\": [{\"nr\": \"e-1\"}]}"),
            new FuzzedDoor("/signals/rejected/replay?limit=2", "application/json", "{}"));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void answersNothingWith5xxAndLosesNothingAndKeepsItsMemory() throws Exception {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body(Map.of("silo", "sales", "mapping", MAPPING))
                .put("/sources/fuzz-shop")
                .then()
                .statusCode(200);
        Mutator mutator = new Mutator(SEED);
        Random random = new Random(SEED);
        List<String> broken = new ArrayList<>();
        Set<String> accepted = new HashSet<>();
        Set<String> refused = new HashSet<>();
        long heapBefore = 0;

        for (int i = 0; i < INPUTS; i++) {
            if (i == MEASURED_AFTER) {
                heapBefore = heapAfterCollection();
            }
            FuzzedDoor door = DOORS.get(random.nextInt(DOORS.size()));
            Mutator.Sent sent = mutator.broken(door);
            int status = send(door.path(), sent).statusCode();
            if (status >= 500) {
                broken.add(i + ": " + door.path() + " " + status);
            }
            if (isRefusedWhole(door, sent, status)) {
                refused.add(new String(sent.body, UTF_8));
            }
            if (i % ONE_IN == 0) {
                String id = "right-" + i;
                byte[] right = SIGNAL.replace("\"fuzz\"", "\"" + id + "\"").getBytes(UTF_8);
                assertThat(send("/signals", new Mutator.Sent("application/json", Map.of(), right))
                                .statusCode())
                        .isEqualTo(202);
                accepted.add(id);
            }
        }

        assertThat(broken).isEmpty();
        assertThat(heapAfterCollection() - heapBefore).isLessThan(GROWTH_BYTES_MAX);
        assertThat(OnTopic.read(Topics.SIGNALS, accepted.size(), signal -> accepted.contains(signal.id())))
                .extracting(SignalRecorded::id)
                .containsExactlyInAnyOrderElementsOf(accepted);
        OnTopic.read(Topics.SIGNALS_REJECTED, refused.size(), kept -> refused.remove(kept.original()));
        assertThat(refused).as("refused and not kept").isEmpty();
    }

    /** Where a request is one signal in plain JSON, what is kept of it is its body. */
    private static boolean isRefusedWhole(FuzzedDoor door, Mutator.Sent sent, int status) {
        return door.equals(DOORS.getFirst())
                && sent.headers.isEmpty()
                && sent.contentType.equals(door.contentType())
                && (status == 400 || status == 422);
    }

    private HttpResponse<Void> send(String path, Mutator.Sent sent) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(ANSWER_MAX)
                .header("Content-Type", sent.contentType)
                .POST(BodyPublishers.ofByteArray(sent.body));
        sent.headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.discarding());
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

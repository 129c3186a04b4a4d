package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.localstack.stack.Ports;
import org.customervaluesquads.localstack.stack.RunningStack;
import org.customervaluesquads.localstack.stack.Service;
import org.customervaluesquads.localstack.stack.StackSettings;
import org.customervaluesquads.localstack.stack.StartListener;
import org.jspecify.annotations.Nullable;

/** The three services, a broker and a database, seen as a company sees them: by HTTP and by Kafka. One for all tests. */
final class Company {

    private static final ObjectMapper JSON = MessageJson.mapper();
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(60);
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static Company open;

    private final Function<Service, URI> addresses;
    private final @Nullable RunningStack stack;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();

    private Company(Function<Service, URI> addresses, @Nullable RunningStack stack) {
        this.addresses = addresses;
        this.stack = stack;
    }

    /** A company whose services answer at these addresses; each request asks anew. */
    static Company at(Function<Service, URI> addresses) {
        return new Company(addresses, null);
    }

    /** The company, opened for the first test that asks; it closes when the tests end. */
    static synchronized Company open() {
        if (open == null) {
            StackSettings settings = StackSettings.of(HOME, Path.of("target", "stack"), Ports.free())
                    .afresh();
            RunningStack stack = RunningStack.start(settings, StartListener.NONE);
            open = new Company(stack::url, stack);
        }
        return open;
    }

    RunningStack stack() {
        return Objects.requireNonNull(stack);
    }

    /** What a service answers. */
    record Answer(int status, JsonNode body) {}

    /** Posts JSON. */
    Answer post(Service service, String path, String body) throws IOException {
        return send(service, path, "POST", "application/json", body);
    }

    /** Gets JSON. */
    Answer get(Service service, String path) throws IOException {
        return send(service, path, "GET", "application/json", "");
    }

    /** Registers a source, or changes it. */
    void registerSource(String id, String silo) throws IOException {
        register(id, JSON.createObjectNode().put("silo", silo));
    }

    /** Registers a source with a mapping, or changes it. */
    void registerSource(String id, String silo, String mapping) throws IOException {
        register(id, JSON.createObjectNode().put("silo", silo).put("mapping", mapping));
    }

    Answer put(Service service, String path, String body) throws IOException {
        return send(service, path, "PUT", "application/json", body);
    }

    Answer delete(Service service, String path) throws IOException {
        return send(service, path, "DELETE", "application/json", "");
    }

    /** Registers a source that may send so many signals a second, or changes it. */
    void registerSource(String id, String silo, int signalsPerSecond) throws IOException {
        register(id, JSON.createObjectNode().put("silo", silo).put("signalsPerSecond", signalsPerSecond));
    }

    private void register(String id, ObjectNode source) throws IOException {
        Answer answer = send(Service.SIGNAL, "/sources/" + id, "PUT", "application/json", source.toString());
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    /** Forms a squad for these regions, or without limits, and gives its id when all services know it. */
    String formSquad(String name, String... regions) throws IOException {
        ObjectNode scope = JSON.createObjectNode();
        for (String region : regions) {
            scope.withArray("regions").add(region);
        }
        ObjectNode squad = JSON.createObjectNode().put("name", name);
        squad.putObject("mission").put("valueArea", "geography").put("goal", "grow");
        squad.set("scope", scope);
        // With a key that says which squad is meant, whoever is not answered can ask again.
        Answer answer =
                send(Service.SQUAD, "/squads", "POST", "application/json", squad.toString(), "Idempotency-Key", name);
        if (answer.status() != 201) {
            throw new IOException("no squad was formed: " + answer);
        }
        String id = answer.body().path("id").asText();
        awaitKnown(id);
        return id;
    }

    /** Waits until both services that follow the squads' topic have heard of a squad: until then they answer 404. */
    private void awaitKnown(String squadId) {
        await().atMost(KNOWN_WITHIN)
                .until(() -> get(Service.METRICS, "/squads/" + squadId + "/metrics?grain=total")
                                        .status()
                                == 200
                        && get(Service.SIGNAL, "/squads/" + squadId + "/intents?limit=1")
                                        .status()
                                == 200);
    }

    /** A squad's metrics over all time, by name; those that have no value are left out. */
    Map<String, BigDecimal> totalsOf(String squadId) throws IOException {
        return metricsOf(squadId, "total");
    }

    /** A squad's metrics by name and start; those that have no value are left out. */
    Map<String, BigDecimal> daysOf(String squadId, String from) throws IOException {
        return metricsOf(squadId, "day&from=" + from);
    }

    private Map<String, BigDecimal> metricsOf(String squadId, String grain) throws IOException {
        Answer answer = get(Service.METRICS, "/squads/" + squadId + "/metrics?grain=" + grain);
        if (answer.status() != 200) {
            throw new IOException("no metrics: " + answer);
        }
        Map<String, BigDecimal> values = new TreeMap<>();
        for (JsonNode metric : answer.body().path("metrics")) {
            if (metric.path("value").isNumber()) {
                String start =
                        grain.equals("total") ? "" : " " + metric.path("start").asText();
                values.put(
                        metric.path("metric").asText() + start,
                        metric.path("value").decimalValue().stripTrailingZeros());
            }
        }
        return values;
    }

    private Answer send(Service service, String path, String method, String type, String body, String... headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(addresses.apply(service) + path))
                .timeout(ANSWER_MAX)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}

package org.customervaluesquads.signalservice.metering;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealParts
class SeenIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TRACE = "00-11f92f3577b34da6a3ce929d0e0e4736-22f067aa0ba902b7-01";

    @BeforeEach
    void registerAShop() {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"sales\", \"region\": \"SEEN\"}")
                .put("/sources/seen-shop")
                .then()
                .statusCode(200);
    }

    @Test
    void countsAndTimesWhatBecameOfSignals() throws IOException {
        double duplicates = Math.max(0, meter("squads_signals_counted_seconds_count", "seen-shop", "duplicate"));

        post(cart("seen-1", "page.viewed"), null);
        post(cart("seen-1", "page.viewed"), null);
        post(cart("seen-2", "page.unheard-of"), null);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(meter("squads_signals_judged_seconds_count", "seen-shop", "accepted"))
                    .isGreaterThanOrEqualTo(2);
            assertThat(meter("squads_signals_judged_seconds_sum", "seen-shop", "accepted"))
                    .isPositive();
            assertThat(meter("squads_signals_judged_seconds_count", "seen-shop", "rejected"))
                    .isGreaterThanOrEqualTo(1);
            assertThat(meter("squads_signals_counted_seconds_count", "seen-shop", "once"))
                    .isGreaterThanOrEqualTo(1);
            assertThat(meter("squads_signals_counted_seconds_count", "seen-shop", "duplicate"))
                    .isEqualTo(duplicates + 1);
            assertThat(meter("squads_signals_uncounted")).isZero();
            assertThat(meter("squads_signals_uncounted_oldest_seconds")).isZero();
            for (String reader : List.of("inbox", "identity-steps", "rejected")) {
                assertThat(meter("squads_unread_records", reader)).as(reader).isZero();
                assertThat(meter("squads_unread_oldest_seconds", reader))
                        .as(reader)
                        .isZero();
            }
        });
        assertThat(documented()).containsAll(metersThere());
    }

    @Test
    void namesNobodyAndNoSignal() {
        post(cart("secret-signal", "cart.added"), null);
        post(cart("secret-signal", "cart.added").replace("seen-shop", "secret-source"), null);
        get("/customers/secret-customer/intents");
        await().atMost(SOON).until(() -> meter("squads_signals_judged_seconds_count", "unknown", "rejected") > 0);

        assertThat(get("/q/metrics").asString()).doesNotContain("secret");
    }

    @Test
    void carriesTheCallersTraceToEveryTopic() {
        OnTopic.put(Topics.SQUADS, "seen-squad", squad());
        await().atMost(SOON).until(() -> get("/squads/seen-squad/intents").statusCode() == 200);

        for (int i = 0; i < 4; i++) {
            post(cart("traced-" + i, "cart.added").replace("secret-customer", "traced"), TRACE);
        }

        assertThat(tracesOfJudged("traced-0")).containsOnly(TRACE);
        assertThat(traces(Topics.SIGNALS, "traced-0")).containsOnly(TRACE);
        assertThat(OnTopic.records(
                        Topics.INTENTS, 1, intent -> intent.customerId().equals("traced")))
                .isNotEmpty()
                .allSatisfy(
                        record -> assertThat(CloudEventHeaders.read(record.headers(), CloudEventHeaders.TRACE_PARENT))
                                .isEqualTo(TRACE));
        assertThat(OnTopic.records(
                        Topics.SQUAD_INTENTS, 1, told -> told.squadId().equals("seen-squad")))
                .isNotEmpty()
                .allSatisfy(
                        record -> assertThat(CloudEventHeaders.read(record.headers(), CloudEventHeaders.TRACE_PARENT))
                                .isEqualTo(TRACE));
    }

    @Test
    void beginsATraceWhereTheCallerHasNone() {
        post(cart("untraced", "cart.added"), null);

        List<String> traces = traces(Topics.SIGNALS, "untraced");

        assertThat(traces).singleElement().asString().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(tracesOfJudged("untraced")).isEqualTo(traces);
    }

    private static List<String> traces(Topic<SignalRecorded> topic, String id) {
        return OnTopic.records(topic, 1, signal -> signal.id().equals(id)).stream()
                .map(record -> CloudEventHeaders.read(record.headers(), CloudEventHeaders.TRACE_PARENT))
                .toList();
    }

    private static List<String> tracesOfJudged(String id) {
        return OnTopic.judged(1, signal -> id.equals(CloudEventHeaders.read(signal.headers(), CloudEventHeaders.ID)))
                .stream()
                .map(signal -> CloudEventHeaders.read(signal.headers(), CloudEventHeaders.TRACE_PARENT))
                .toList();
    }

    private static Set<String> metersThere() {
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("squads_"))
                .map(line -> line.replaceFirst("(_count|_sum|_max)?[{ ].*", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> documented() throws IOException {
        return Pattern.compile("`(squads_\\w+)`")
                .matcher(Files.readString(Path.of("..", "docs", "operations.md")))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
    }

    /** The value of the first meter of this name that has these labels' values; below zero when there is none. */
    private static double meter(String name, String... labels) {
        String number = " (?<value>[-0-9.E]+)$";
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> List.of(labels).stream().allMatch(label -> line.contains("\"" + label + "\"")))
                .map(Pattern.compile(number)::matcher)
                .filter(Matcher::find)
                .mapToDouble(found -> Double.parseDouble(found.group("value")))
                .findFirst()
                .orElse(-1);
    }

    private static String cart(String id, String type) {
        return """
                {"id": "%s", "source": "seen-shop", "type": "%s", "occurredAt": "%s",
                 "customer": {"id": "secret-customer"}}""".formatted(id, type, Instant.now());
    }

    private static void post(String signal, String trace) {
        var request = given().contentType(ContentType.JSON).body(signal);
        if (trace != null) {
            request.header("traceparent", trace);
        }
        request.post("/signals");
    }

    private static SquadPublished squad() {
        Instant now = Instant.now();
        return new SquadPublished(
                "seen-squad",
                1,
                "seen-squad",
                "forming",
                new SquadPublished.Mission("geography", "grow", null, null, null),
                new Scope(Set.of("SEEN"), null, null, null, null),
                0,
                List.of(),
                now,
                now);
    }
}

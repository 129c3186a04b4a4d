package org.customervaluesquads.squadservice.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.squadservice.ServiceTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What the world is told of squads, and in which order. */
@QuarkusTest
class AnnouncementsIT extends ServiceTest {

    private static final int CHANGES = 50;
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void tellsOfEachChangeWhatHappenedAndHowTheSquadIsNow() {
        UUID squad = formSquad("told");
        UUID ada = addPerson("Ada");
        join(squad, ada, 50).then().statusCode(201);
        join(squad, ada, 60).then().statusCode(200);
        json(squad("retold"))
                .header("If-Match", "\"3\"")
                .put("/squads/{id}", squad)
                .then()
                .statusCode(200);
        given().header("If-Match", "*")
                .delete("/squads/{id}/members/{person}", squad, ada)
                .then()
                .statusCode(200);
        given().header("If-Match", "*").delete("/squads/{id}", squad).then().statusCode(200);

        List<ConsumerRecord<String, SquadEventRecorded>> events;
        List<ConsumerRecord<String, SquadPublished>> states;
        try (var eventReader = new Reader<>(broker, Topics.SQUAD_EVENTS);
                var stateReader = new Reader<>(broker, Topics.SQUADS)) {
            events = eventReader.read(squad, 6);
            states = stateReader.read(squad, 6);
        }

        assertThat(events)
                .extracting(event -> event.value().event())
                .containsExactly(
                        "squad.formed",
                        "member.joined",
                        "member.changed",
                        "squad.changed",
                        "member.left",
                        "squad.disbanded");
        assertThat(events).extracting(event -> event.value().version()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(states).extracting(state -> state.value().version()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(states).extracting(state -> state.value().members()).containsExactly(0, 1, 1, 1, 0, 0);
        assertThat(states.getLast().value().stage()).isEqualTo("disbanded");
        assertThat(given().get("/squads/{id}/history", squad).jsonPath().getList("items.eventId", String.class))
                .isEqualTo(events.stream().map(event -> event.value().eventId()).toList());
        assertThat(events.get(1).value().details().toString())
                .isEqualTo("{\"personId\":\"%s\",\"role\":\"analyst\",\"allocation\":50,\"since\":\"%s\"}"
                        .formatted(ada, LocalDate.now(ZoneOffset.UTC)));
    }

    @Test
    void marksMessagesAsCloudEventsOfTheRequestsTrace() {
        String location = json(squad("traced"))
                .header("traceparent", TRACE)
                .post("/squads")
                .header("Location");
        UUID squad = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));

        try (var eventReader = new Reader<>(broker, Topics.SQUAD_EVENTS);
                var stateReader = new Reader<>(broker, Topics.SQUADS)) {
            var event = eventReader.read(squad, 1).getFirst();
            var state = stateReader.read(squad, 1).getFirst();

            assertThat(Reader.header(event, CloudEventHeaders.ID))
                    .isEqualTo(event.value().eventId());
            assertThat(Reader.header(state, CloudEventHeaders.ID))
                    .isEqualTo(event.value().eventId());
            assertThat(Reader.header(event, CloudEventHeaders.SOURCE)).isEqualTo("squad-service");
            assertThat(Reader.header(event, CloudEventHeaders.TYPE)).isEqualTo("squad.formed");
            assertThat(Reader.header(event, CloudEventHeaders.TIME))
                    .isEqualTo(event.value().occurredAt().toString());
            assertThat(Reader.header(event, CloudEventHeaders.TRACE_PARENT)).isEqualTo(TRACE);
        }
    }

    @Test
    void tellsWhatTheSquadCosts() {
        UUID squad = formSquad("costly");
        UUID ada = addPerson("Ada");
        json("{\"role\": \"lead\", \"allocation\": 50, \"since\": \"2026-01-05\"}")
                .header("If-Match", "*")
                .put("/squads/{squad}/members/{person}", squad, ada)
                .then()
                .statusCode(201);
        json(person("Ada", "500"))
                .header("If-Match", "*")
                .put("/people/{id}", ada)
                .then()
                .statusCode(200);

        try (var reader = new Reader<>(broker, Topics.SQUADS)) {
            var states = reader.read(squad, 3);

            assertThat(states.get(1).value().costs().toString())
                    .isEqualTo("[CostStep[from=2026-01-05, perWorkingDay=Money[amount=200.00, currency=EUR]]]");
            assertThat(states.get(2).value().costs())
                    .extracting(step -> step.perWorkingDay().amount().toString())
                    .containsExactly("200.00", "250.00");
        }
    }

    @Test
    void keepsTheOrderOfEachSquadUnderParallelChanges() throws Exception {
        List<UUID> squads = IntStream.range(0, 5)
                .mapToObj(number -> formSquad("of " + number))
                .toList();
        List<Callable<Integer>> changes = IntStream.range(0, CHANGES)
                .<Callable<Integer>>mapToObj(number -> {
                    UUID person = addPerson("member " + number);
                    return () -> join(squads.get(number % 5), person, 50).statusCode();
                })
                .toList();

        try (var clients = Executors.newFixedThreadPool(CHANGES);
                var events = new Reader<>(broker, Topics.SQUAD_EVENTS);
                var states = new Reader<>(broker, Topics.SQUADS)) {
            assertThat(clients.invokeAll(changes).stream().map(Future::resultNow))
                    .containsOnly(201);

            for (UUID squad : squads) {
                List<Long> versions =
                        LongStream.rangeClosed(1, 1 + CHANGES / 5).boxed().toList();
                assertThat(events.read(squad, versions.size()))
                        .extracting(event -> event.value().version())
                        .isEqualTo(versions);
                assertThat(states.read(squad, versions.size()))
                        .extracting(state -> state.value().version())
                        .isEqualTo(versions);
            }
        }
    }
}

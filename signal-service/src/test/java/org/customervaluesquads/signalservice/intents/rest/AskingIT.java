package org.customervaluesquads.signalservice.intents.rest;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking for intents in all ways, and setting what they are made with. */
@RealParts
class AskingIT {

    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    @TestHTTPResource("/stream/squad-intents")
    @SuppressWarnings("NullAway.Init") // set by the container
    private URL stream;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void hangUp() {
        client.shutdownNow();
    }

    @BeforeEach
    void registerTheShop() {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"marketing\"}")
                .put("/sources/shop")
                .then()
                .statusCode(200);
    }

    @Test
    void showsASquadItsCustomersPageByPage() {
        publishSquad("alpine", "CH");
        for (int i = 0; i < 5; i++) {
            addToCart("swiss-" + i, "CH", i + 1);
        }
        await().atMost(WAIT_MAX)
                .until(() -> get("/squads/alpine/intents?intent=purchase").path("customers.size()"), equalTo(5));

        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            SquadIntentsView page = get("/squads/alpine/intents?intent=purchase&limit=2" + after)
                    .as(SquadIntentsView.class);
            page.customers().forEach(entry -> seen.add(entry.customerId()));
            after = page.next() == null ? null : "&after=" + page.next();
        }

        assertThat(seen).containsExactly("swiss-4", "swiss-3", "swiss-2", "swiss-1", "swiss-0");
    }

    @Test
    void showsASquadOnlyWhatItAsksFor() {
        publishSquad("baltic", "EE");
        addToCart("estonian-1", "EE", 1);
        addToCart("estonian-6", "EE", 6);
        await().atMost(WAIT_MAX)
                .until(() -> get("/squads/baltic/intents?intent=purchase").path("customers.size()"), equalTo(2));

        get("/squads/baltic/intents?intent=purchase&minScore=0.2&stage=surging&stage=emerging&sort=stage")
                .then()
                .body("customers.customerId", equalTo(List.of("estonian-6")))
                .body(
                        "customers[0].why",
                        equalTo(get("/squads/baltic/intents?intent=purchase&limit=1")
                                .path("customers[0].why")))
                .body("customers[0].silos", equalTo(List.of("marketing")))
                .body("customers[0].wouldRaise.feature", notNullValue());
        get("/squads/baltic/intents?sort=beauty").then().statusCode(422).body("errors.field", hasItem("sort"));
        get("/squads/baltic/intents?stage=odd").then().statusCode(422).body("errors.field", hasItem("stage"));
        get("/squads/baltic/intents?intent=fly").then().statusCode(422).body("errors.field", hasItem("intent"));
        get("/squads/baltic/intents?after=odd").then().statusCode(422).body("errors.field", hasItem("after"));
    }

    @Test
    void showsAnAccountAllThatItsPeopleDid() {
        for (String person : List.of("jane", "joe")) {
            given().contentType(ContentType.JSON)
                    .body("""
                            {"id": "acc-%s", "source": "shop", "type": "cart.added", "occurredAt": "%s",
                             "customer": {"id": "%s", "accountId": "asked-of"}}""".formatted(person, Instant.now(), person))
                    .post("/signals")
                    .then()
                    .statusCode(202);
        }

        await().atMost(WAIT_MAX)
                .until(() -> get("/accounts/asked-of/intents").statusCode() == 200
                        && get("/accounts/asked-of/intents")
                                .as(AccountIntentsView.class)
                                .intents()
                                .getFirst()
                                .evidence()
                                .stream()
                                .allMatch(term -> term.term().count() > 1.5));
        get("/accounts/nobody/intents").then().statusCode(404);
    }

    @Test
    void setsTheCatalogueUnderTheNextVersion() {
        String catalogue = get("/intent-catalogue").asString();
        String tag = get("/intent-catalogue").header("ETag");

        given().contentType(ContentType.JSON)
                .header("If-Match", "\"700\"")
                .body(catalogue)
                .put("/intent-catalogue")
                .then()
                .statusCode(412);
        given().contentType(ContentType.JSON)
                .body(catalogue.replace("\"surge\":8.0", "\"surge\":0.5"))
                .put("/intent-catalogue")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("thresholds.surge"));
        given().contentType(ContentType.JSON)
                .body(catalogue.replace("social.mentioned", "social.mentionned"))
                .put("/intent-catalogue")
                .then()
                .statusCode(422);
        int version = get("/intent-catalogue").path("version");
        given().contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(catalogue)
                .put("/intent-catalogue")
                .then()
                .statusCode(200)
                .body("version", equalTo(version + 1));
    }

    @Test
    void choosesWhichVersionServes() {
        get("/intent-models").then().body("size()", equalTo(8));
        given().contentType(ContentType.JSON)
                .body("{\"version\": 41}")
                .put("/intent-models/churn/serving")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("version"));
        given().contentType(ContentType.JSON)
                .body("{\"version\": 0, \"pinned\": true}")
                .put("/intent-models/churn/serving")
                .then()
                .statusCode(200)
                .body("pinned", equalTo(true));

        given().delete("/intent-models/churn/serving").then().statusCode(200).body("pinned", equalTo(false));
        get("/intent-models/fly").then().statusCode(404);
    }

    @Test
    void streamsWhatSquadsAreToldFromWhereAListenerStopped() {
        publishSquad("insular", "IS");
        Queue<String> first = listen(null);
        await().atMost(WAIT_MAX).until(() -> first.stream().anyMatch(line -> line.contains("listening")));
        addToCart("bjork", "IS", 3);
        await().atMost(WAIT_MAX).until(() -> first.stream().anyMatch(line -> line.startsWith("data:")));
        String id = first.stream()
                .filter(line -> line.startsWith("id:"))
                .findFirst()
                .orElseThrow()
                .substring(3);

        addToCart("sigur", "IS", 3);
        Queue<String> back = listen(id.strip());

        await().atMost(WAIT_MAX)
                .until(() -> back.stream().anyMatch(line -> line.startsWith("data:") && line.contains("sigur")));
        assertThat(back).filteredOn(line -> line.startsWith("data:")).allMatch(line -> line.contains("insular"));
        given().header("Last-Event-ID", "odd")
                .get("/stream/squad-intents")
                .then()
                .statusCode(422);
        get("/stream/squad-intents?squad=nobodys").then().statusCode(404);
    }

    private Queue<String> listen(@Nullable String lastEventId) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stream + "?squad=insular"));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
        return lines;
    }

    private static void addToCart(String customer, String region, int times) {
        for (int i = 0; i < times; i++) {
            given().contentType(ContentType.JSON)
                    .body("""
                            {"id": "%s-%d", "source": "shop", "type": "cart.added", "occurredAt": "%s",
                             "customer": {"id": "%s", "region": "%s"}}""".formatted(customer, i, Instant.now(), customer, region))
                    .post("/signals")
                    .then()
                    .statusCode(202);
        }
    }

    private static void publishSquad(String id, String region) {
        Instant now = Instant.now();
        OnTopic.put(
                Topics.SQUADS,
                id,
                new SquadPublished(
                        id,
                        1,
                        id,
                        "forming",
                        new SquadPublished.Mission("geography", "grow", null, null, null),
                        new Scope(Set.of(region), null, null, null, null),
                        0,
                        List.of(),
                        now,
                        now));
    }
}

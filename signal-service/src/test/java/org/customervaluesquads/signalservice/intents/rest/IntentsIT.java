package org.customervaluesquads.signalservice.intents.rest;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SquadIntentChanged;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealParts
class IntentsIT {

    private static final Duration WAIT_MAX = Duration.ofSeconds(20);

    @BeforeEach
    void registerAShop() {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"marketing\"}")
                .put("/sources/shop")
                .then()
                .statusCode(200);
    }

    @Test
    void showsACustomersIntentsWithEvidenceThatSumsUp() {
        addToCart("only-ann", "GB");

        await().atMost(WAIT_MAX).until(() -> get("/customers/only-ann/intents").statusCode() == 200);
        get("/customers/only-ann/intents").then().body("intents[0].evidence[0].halfLife", equalTo("PT30M"));
        CustomerIntentsView view = get("/customers/only-ann/intents").as(CustomerIntentsView.class);

        IntentView first = view.intents().getFirst();
        assertThat(first.intent()).isEqualTo("purchase");
        assertThat(first.evidence()).extracting(term -> term.term().feature()).containsOnly("cart.added");
        assertThat(view.intents())
                .hasSize(8)
                .allSatisfy(intent -> assertThat(intent.bias()
                                + intent.evidence().stream()
                                        .mapToDouble(term -> term.term().contribution())
                                        .sum())
                        .isCloseTo(intent.logOdds(), within(1e-12)));
    }

    @Test
    void turnsASquadToTheCustomersInItsScope() {
        publishSquad("nordic", "forming", "SE");
        addToCart("sven", "SE");
        addToCart("pierre", "FR");

        await().atMost(WAIT_MAX).until(() -> get("/squads/nordic/intents").path("customers.size()"), equalTo(8));
        SquadIntentsView view = get("/squads/nordic/intents?limit=1").as(SquadIntentsView.class);

        assertThat(view.customers()).singleElement().satisfies(entry -> {
            assertThat(entry.customerId()).isEqualTo("sven");
            assertThat(entry.standing().intent()).isEqualTo("purchase");
        });
        List<SquadIntentChanged> told =
                OnTopic.read(Topics.SQUAD_INTENTS, 1, change -> change.squadId().equals("nordic"));
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.told().customerId()).isEqualTo("sven"));
    }

    @Test
    void goesByAChangedScopeAlsoForCustomersWhoDidNothingSince() {
        publishSquad("mobile", "forming", "IT");
        addToCart("carmen", "ES");
        await().atMost(WAIT_MAX).until(() -> get("/customers/carmen/intents").statusCode() == 200);

        publishSquad("mobile", "forming", "ES");

        await().atMost(WAIT_MAX)
                .until(
                        () -> get("/squads/mobile/intents?intent=purchase").path("customers.customerId"),
                        equalTo(List.of("carmen")));
    }

    @Test
    void knowsNoIntentsOfWhomItNeverHeardAndOfDisbandedSquads() {
        publishSquad("former", "disbanded", "GB");

        get("/customers/nobody/intents").then().statusCode(404).contentType("application/problem+json");
        get("/squads/former/intents").then().statusCode(404).contentType("application/problem+json");
        get("/squads/former/intents?limit=1000").then().statusCode(400).contentType("application/problem+json");
    }

    private static void addToCart(String customer, String region) {
        for (int i = 0; i < 3; i++) {
            given().contentType(ContentType.JSON)
                    .body("""
                            {"id": "%s-%d", "source": "shop", "type": "cart.added", "occurredAt": "%s",
                             "customer": {"id": "%s", "region": "%s"}}""".formatted(customer, i, Instant.now(), customer, region))
                    .post("/signals")
                    .then()
                    .statusCode(202);
        }
    }

    private static void publishSquad(String id, String stage, String region) {
        Instant now = Instant.now();
        OnTopic.put(
                Topics.SQUADS,
                id,
                new SquadPublished(
                        id,
                        1,
                        id,
                        stage,
                        new SquadPublished.Mission("geography", "grow", null, null, null),
                        new Scope(Set.of(region), null, null, null, null),
                        0,
                        List.of(),
                        now,
                        now));
    }
}

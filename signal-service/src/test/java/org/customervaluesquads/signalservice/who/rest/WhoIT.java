package org.customervaluesquads.signalservice.who.rest;

import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customervaluesquads.signalservice.who.rest.Story.WAIT_MAX;
import static org.customervaluesquads.signalservice.who.rest.Story.addsToCart;
import static org.customervaluesquads.signalservice.who.rest.Story.customer;
import static org.customervaluesquads.signalservice.who.rest.Story.device;
import static org.customervaluesquads.signalservice.who.rest.Story.identifies;
import static org.customervaluesquads.signalservice.who.rest.Story.untilCarts;
import static org.customervaluesquads.signalservice.who.rest.Story.untilState;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is who over HTTP; each test has people, devices and a region of its own. */
@RealParts
class WhoIT {

    @BeforeEach
    void open() {
        Story.opensAShop();
    }

    @Test
    void givesWhatADeviceDidToTheCustomerWhoIsIdentifiedOnIt() {
        addsToCart(device("ida-phone"), "GB");
        untilCarts("anonymous:ida-phone", 0.9, 1.1);

        identifies("ida", "ida-phone", "GB");
        addsToCart(device("ida-phone"), "GB");

        untilCarts("ida", 1.9, 2.1);
        untilState("ida", "anonymous:ida-phone", "joined");
        get("/customers/ida/identities")
                .then()
                .body("identities.subject", equalTo(List.of("anonymous:ida-phone")))
                .body("identities[0].state", equalTo("joined"))
                .body("identities[0].by", containsString("story-shop/"));
        get("/customers/anonymous:ida-phone/intents").then().body("customerId", equalTo("ida"));
        assertThat(OnTopic.read(Topics.SIGNALS, 2, signal -> isOf(signal, "ida-phone") && signal.customerId() != null))
                .extracting(SignalRecorded::customerId)
                .containsOnly("ida");
    }

    @Test
    void putsBackWhatWasUnmerged() {
        addsToCart(device("uma-phone"), "GB");
        addsToCart(customer("uma"), "GB");
        identifies("uma", "uma-phone", "GB");
        untilCarts("uma", 1.9, 2.1);

        post("/customers/uma/identities/uma-phone/unmerge").then().statusCode(202);
        post("/customers/uma/identities/uma-phone/unmerge").then().statusCode(202);

        untilCarts("uma", 0.9, 1.1);
        untilCarts("anonymous:uma-phone", 0.9, 1.1);
        untilState("uma", "anonymous:uma-phone", "unmerged");
        post("/customers/uma/identities/never-seen/unmerge")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void givesADeviceOfManyToNobody() {
        addsToCart(device("till"), "GB");
        for (String name : List.of("sam", "sue", "sal", "sid")) {
            identifies(name, "till", "GB");
        }

        untilState("sam", "anonymous:till", "shared");
        untilState("sid", "anonymous:till", "shared");
        untilCarts("anonymous:till", 0.9, 1.1);
        untilCarts("sam", 0, 0.1);
    }

    @Test
    void withholdsTheIntentsOfWhoWithdrewConsent() {
        demand("C1", "profiling");
        Story.consents("cleo", "\"profiling\"", "C1");
        addsToCart(customer("cleo"), "C1");
        untilCarts("cleo", 0.9, 1.1);
        publishASquadOf("C1");
        await().atMost(WAIT_MAX).until(() -> get("/squads/of-C1/intents").path("customers.size()"), equalTo(8));

        Story.consents("cleo", "", "C1");
        await().atMost(WAIT_MAX)
                .untilAsserted(() -> get("/customers/cleo/intents")
                        .then()
                        .body("withheld", equalTo("lacks consent to profiling"))
                        .body("intents", empty()));
        get("/squads/of-C1/intents").then().statusCode(200).body("customers", empty());
        addsToCart(customer("cleo"), "C1");

        List<SignalRecorded> nobodys = OnTopic.read(
                Topics.SIGNALS,
                1,
                signal -> "C1".equals(signal.region())
                        && signal.type().equals("cart.added")
                        && signal.customerId() == null);
        assertThat(nobodys).hasSize(1);
        Story.consents("cleo", "\"profiling\"", "C1");
        untilCarts("cleo", 0.9, 1.1);
    }

    @Test
    void erasesACustomerWithItsDevicesAndGivesAReceipt() {
        addsToCart(device("eve-phone"), "GB");
        addsToCart(customer("eve"), "GB");
        identifies("eve", "eve-phone", "GB");
        untilCarts("eve", 1.9, 2.1);

        String receipt =
                delete("/customers/eve").then().statusCode(202).extract().header("Location");

        await().atMost(WAIT_MAX).until(() -> get("/customers/eve/intents").statusCode() == 404);
        await().atMost(WAIT_MAX)
                .until(() -> get("/customers/anonymous:eve-phone/intents").statusCode() == 404);
        await().atMost(WAIT_MAX)
                .untilAsserted(() -> get(receipt)
                        .then()
                        .statusCode(200)
                        .body("places.place", hasItems("store customers", "topic identities", "topic signals"))
                        .body(
                                "places.findAll { it.place == 'store customers' }.state",
                                equalTo(List.of("erased", "erased")))
                        .body("goneBy", notNullValue()));
        assertThat(get(receipt).asString()).doesNotContain("eve");
        List<ErasureRecorded> asked = OnTopic.read(
                Topics.ERASURES,
                2,
                place -> receipt.endsWith(place.erasureId())
                        && place.place().equals(ErasureRecorded.METRICS)
                        && place.subject() != null);
        assertThat(asked).extracting(ErasureRecorded::subject).containsExactlyInAnyOrder("eve", "anonymous:eve-phone");
    }

    @Test
    void erasesWhatWasRefusedOfACustomer() {
        given().contentType(ContentType.JSON).body("""
                {"id": "rex-1", "source": "story-shop", "type": "no.such.type", "customer": {"id": "rex"}}""").post("/signals");
        await().atMost(WAIT_MAX)
                .until(() ->
                        get("/signals/rejected?source=story-shop").asString().contains("rex"));

        String receipt = delete("/customers/rex").header("Location");

        String ofRejected = "places.findAll { it.place.startsWith('store rejected-signals/') }";
        await().atMost(WAIT_MAX)
                .untilAsserted(() -> get(receipt)
                        .then()
                        .statusCode(200)
                        .body(ofRejected + ".size()", equalTo(Topics.SIGNALS_REJECTED.partitions()))
                        .body(ofRejected + ".entries.findAll { it != null }.sum()", equalTo(1)));
        assertThat(get("/signals/rejected?source=story-shop").asString()).doesNotContain("rex");
        assertThat(get(receipt).asString()).doesNotContain("rex").contains("topic signals-inbox");
    }

    private static boolean isOf(SignalRecorded signal, String device) {
        return device.equals(signal.anonymousId());
    }

    private static void publishASquadOf(String region) {
        SquadPublished.Mission mission = new SquadPublished.Mission("geography", "grow", null, null, null);
        Scope scope = new Scope(Set.of(region), null, null, null, null);
        String id = "of-" + region;
        OnTopic.put(
                Topics.SQUADS,
                id,
                new SquadPublished(id, 1, id, "forming", mission, scope, 0, List.of(), Instant.now(), Instant.now()));
    }

    private static void demand(String region, String purpose) {
        PolicyLayerPublished.Value value =
                new PolicyLayerPublished.Value("required-consent", "intents", purpose, false);
        OnTopic.put(
                Topics.POLICIES,
                "region:" + region,
                new PolicyLayerPublished("region", region, 1, List.of(value), Instant.now()));
    }
}

package org.customervaluesquads.squadservice.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InterwovenIT extends ServiceTest {

    @Test
    void namesWhoIsSharedByWhichSquads() {
        UUID one = formSquad("one");
        UUID two = formSquad("two");
        UUID three = formSquad("three");
        UUID ada = addPerson("Ada");
        UUID bob = addPerson("Bob");
        join(one, ada, 30).then().statusCode(201);
        join(two, ada, 30).then().statusCode(201);
        join(three, ada, 30).then().statusCode(201);
        join(one, bob, 30).then().statusCode(201);
        join(two, bob, 30).then().statusCode(201);

        var first = given().queryParam("squad", one).queryParam("limit", 1).get("/platform/shared-people");

        String next = first.then()
                .statusCode(200)
                .body("items[0].squads.name", contains("one", "two"))
                .body("items[0].people.name", contains("Ada", "Bob"))
                .body("next", notNullValue())
                .extract()
                .path("next");
        given().queryParam("squad", one)
                .queryParam("after", next)
                .get("/platform/shared-people")
                .then()
                .body("items[0].squads.id", contains(one.toString(), three.toString()))
                .body("items[0].people.personId", contains(ada.toString()))
                .body("next", nullValue());
        given().queryParam("squad", formSquad("alone"))
                .get("/platform/shared-people")
                .then()
                .body("items", empty());
        given().queryParam("after", next)
                .queryParam("limit", 1)
                .get("/platform/shared-people")
                .then()
                .body("items[0].squads.name", contains("one", "three"));
        given().queryParam("after", "x").get("/platform/shared-people").then().statusCode(400);
    }

    @Test
    void tellsHowFarATacticHasBeenTakenUp() {
        given().queryParam("share", "0.12")
                .get("/platform/adoption")
                .then()
                .statusCode(200)
                .body("stage", equalTo("early-adopters"))
                .body("acrossTheChasm", equalTo(false))
                .body("toGo", equalTo(0.04f));
        given().queryParam("share", "1.5").get("/platform/adoption").then().statusCode(400);
        given().get("/platform/adoption").then().statusCode(400).body("errors.field", contains("share"));
    }
}

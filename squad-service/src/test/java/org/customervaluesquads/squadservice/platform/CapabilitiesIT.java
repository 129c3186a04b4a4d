package org.customervaluesquads.squadservice.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CapabilitiesIT extends ServiceTest {

    @Test
    void offersACapabilityOnceAndShowsItsRoadmapInOrderOfTime() {
        String key = UUID.randomUUID().toString();

        Response offered = offer(key, "live");
        Response again = offer(key, "live");

        offered.then().statusCode(201).header("ETag", "\"1\"").body("lifeStage", equalTo("live"));
        assertThat(again.header("Location")).isEqualTo(offered.header("Location"));
        given().get(offered.header("Location"))
                .then()
                .statusCode(200)
                .body("name", equalTo("consent register"))
                .body("owner", equalTo("data platform"))
                .body("roadmap.what", contains("first", "second"));
        offer(key, "sunset").then().statusCode(422);
    }

    @Test
    void changesTheVersionThatWasRead() {
        String location = offer(UUID.randomUUID().toString(), "pilot").header("Location");

        var changed = json(capability("live")).header("If-Match", "\"1\"").put(location);

        changed.then().statusCode(200).header("ETag", "\"2\"").body("lifeStage", equalTo("live"));
        json(capability("live"))
                .header("If-Match", "\"1\"")
                .put(location)
                .then()
                .statusCode(412);
        json(capability("live")).put(location).then().statusCode(428);
        json(capability("live"))
                .header("If-Match", "*")
                .put("/platform/capabilities/{id}", new UUID(0, 0))
                .then()
                .statusCode(404);
    }

    @Test
    void listsCapabilitiesOfAStageOfLifeAPageAtATime() {
        String first = offer(UUID.randomUUID().toString(), "sunset").path("id");
        offer(UUID.randomUUID().toString(), "live");
        String second = offer(UUID.randomUUID().toString(), "sunset").path("id");

        var page = given().queryParam("lifeStage", "sunset")
                .queryParam("after", first)
                .queryParam("limit", 1)
                .get("/platform/capabilities");

        page.then().statusCode(200).body("items.id", contains(second));
        given().queryParam("lifeStage", "dead")
                .get("/platform/capabilities")
                .then()
                .statusCode(400)
                .body("errors.field", contains("lifeStage"));
        json("{\"name\": \" \", \"roadmap\": [{\"on\": \"0001-01-01\"}]}")
                .post("/platform/capabilities")
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        contains("description", "lifeStage", "name", "owner", "roadmap[0].on", "roadmap[0].what"));
    }

    private static Response offer(String key, String lifeStage) {
        return json(capability(lifeStage)).header("Idempotency-Key", key).post("/platform/capabilities");
    }

    private static String capability(String lifeStage) {
        return """
               {"name": "consent register", "description": "who may be contacted", "owner": "data platform",
                "lifeStage": "%s",
                "roadmap": [{"on": "2027-05-01", "what": "second"}, {"on": "2027-01-01", "what": "first"}]}""".formatted(lifeStage);
    }
}

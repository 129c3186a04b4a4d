package org.customervaluesquads.squadservice.policies;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PoliciesIT extends ServiceTest {

    private static final String ONE = """
            {"policies": [{"kind": "retention", "name": "chat", "value": "%s", "locked": %s}]}""";

    @Test
    void showsEachValueWithTheLayerItCameFrom() {
        String british = "GB " + UUID.randomUUID();
        String french = "FR " + UUID.randomUUID();
        UUID squad = squadOf(british, french);
        set("/policies/regions/" + british, ONE.formatted("P30D", true)).then().statusCode(200);

        Response locked = set("/policies/squads/" + squad, ONE.formatted("P7D", false));
        Response own =
                set("/policies/squads/" + squad, ONE.replace("chat", "calls").formatted("P7D", false));

        locked.then()
                .statusCode(409)
                .body("errors.field", contains("policies[0].value"))
                .body("errors.reason", contains(containsString("region " + british)));
        own.then().statusCode(200).body("layer", equalTo("squad"));
        given().queryParam("squad", squad)
                .get("/policies/effective")
                .then()
                .statusCode(200)
                .body("regions.size()", equalTo(2))
                .body(
                        "policies.findAll { it.name == 'chat' && it.region == '%s' }.value".formatted(british),
                        contains("P30D"))
                .body(
                        "policies.findAll { it.name == 'chat' && it.region == '%s' }.layer".formatted(british),
                        contains("region"))
                .body("policies.find { it.name == 'calls' }.layer", equalTo("squad"))
                .body("policies.find { it.name == 'calls' }.region", nullValue());
        given().get("/squads/{id}", squad).then().body("version", equalTo(2));
        given().queryParam("squad", new UUID(0, 0))
                .get("/policies/effective")
                .then()
                .statusCode(404);
        given().get("/policies/effective").then().statusCode(400).body("errors.field", contains("squad"));
    }

    @Test
    void changesTheVersionOfTheLayerThatWasRead() {
        String region = "/policies/regions/" + UUID.randomUUID();
        given().get(region).then().statusCode(200).header("ETag", "\"0\"");

        var first =
                json(ONE.formatted("P9D", false)).header("If-Match", "\"0\"").put(region);
        var late = json(ONE.formatted("P8D", false)).header("If-Match", "\"0\"").put(region);

        first.then().statusCode(200).header("ETag", "\"1\"");
        late.then().statusCode(412);
        json(ONE.formatted("P8D", false)).put(region).then().statusCode(428);
        given().get(region).then().body("policies.value", contains("P9D"));
    }

    @Test
    void showsWhatARegionChanges() {
        String region = UUID.randomUUID().toString();
        String mark = "m " + region;
        String global =
                given().get("/policies/global").then().statusCode(200).extract().header("ETag");
        json(ONE.replace("chat", mark).formatted("P90D", true))
                .header("If-Match", global)
                .put("/policies/global")
                .then()
                .statusCode(200);
        set("/policies/regions/" + region, ONE.replace("chat", mark).formatted("P9D", false))
                .then()
                .statusCode(409)
                .body("errors.reason", contains(containsString("global at P90D")));
        set("/policies/regions/" + region, ONE.formatted("P9D", false)).then().statusCode(200);

        var differences = given().queryParam("region", region).get("/policies/diff");

        differences
                .then()
                .statusCode(200)
                .body("differences.name", contains("chat"))
                .body("differences.effect", contains("added"));
    }

    @Test
    void refusesValuesThatAreNotOfTheirKind() {
        String body = """
                {"policies": [{"kind": "retention", "name": "chat", "value": "long"},
                              {"kind": "target", "name": "csat", "value": "high"},
                              {"kind": "target", "name": "csat", "value": "4.5"}]}""";

        set("/policies/regions/nowhere", body)
                .then()
                .statusCode(400)
                .body("errors.field", contains("policies[0].value", "policies[1].value", "policies[2].name"));
        set("/policies/regions/nowhere", "{\"policies\": [{\"kind\": \"moon\"}]}")
                .then()
                .statusCode(400)
                .body("errors.field", contains("policies[0].kind"));
        set("/policies/regions/nowhere", """
                        {"policies": [{"kind": "required-consent", "name": "moonshine", "value": "analytics"},
                                      {"kind": "required-consent", "name": "intents", "value": "analytics, and more"},
                                      {"kind": "time-zone", "name": "night", "value": "Europe/London"},
                                      {"kind": "time-zone", "name": "day", "value": "Europe/Nowhere"}]}""")
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        contains("policies[0].name", "policies[1].value", "policies[2].name", "policies[3].value"));
        set("/policies/squads/" + new UUID(0, 0), ONE.formatted("P9D", false))
                .then()
                .statusCode(404);
    }

    private static Response set(String path, String body) {
        return json(body).header("If-Match", "*").put(path);
    }

    private static UUID squadOf(String one, String other) {
        String id = json("""
                {"name": "of two regions", "mission": {"valueArea": "account", "goal": "x"},
                 "scope": {"regions": ["%s", "%s"]}}""".formatted(one, other)).post("/squads").path("id");
        return UUID.fromString(id);
    }
}

package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of the service for those who use and those who run it. */
@QuarkusTest
class OpenApiIT extends ServiceTest {

    @Test
    void describesEveryOperationInWords() {
        JsonPath document = document();
        Map<String, Map<String, ?>> paths = document.getMap("paths");

        List<String> summaries = document.getList("paths.collect { it.value.values() }.flatten().summary");

        assertThat(document.getString("openapi")).startsWith("3.1");
        assertThat(paths.keySet())
                .containsExactlyInAnyOrder(
                        "/people",
                        "/people/{id}",
                        "/people/import",
                        "/people/{id}/availability",
                        "/availability",
                        "/functional-leads",
                        "/skills",
                        "/formations",
                        "/formations/{id}",
                        "/formations/{id}/proposals/{n}/squad",
                        "/platform/capabilities",
                        "/platform/capabilities/{id}",
                        "/platform/requests",
                        "/platform/requests/{id}",
                        "/platform/requests/{id}/triage",
                        "/platform/requests/{id}/answer",
                        "/platform/shared-people",
                        "/platform/adoption",
                        "/policies/global",
                        "/policies/regions/{region}",
                        "/policies/squads/{id}",
                        "/policies/effective",
                        "/policies/diff",
                        "/value-areas/{valueArea}/skills",
                        "/squads/{id}/skills",
                        "/squads/{id}/history",
                        "/squads/{id}/health",
                        "/squads/{id}/stage",
                        "/squads/{id}/cycles",
                        "/squads/{id}/failure-budget",
                        "/cycles/{id}",
                        "/cycles/{id}/start",
                        "/cycles/{id}/verdict",
                        "/cycles/{id}/assignment",
                        "/playbooks",
                        "/playbooks/{id}",
                        "/playbooks/{id}/squads",
                        "/squads/{id}/playbook",
                        "/squads/{id}/origin",
                        "/squads/{id}/family",
                        "/squads/{id}/decisions",
                        "/squads/{id}/decision-rights",
                        "/decisions",
                        "/decisions/{id}",
                        "/decisions/{id}/corrections",
                        "/decisions/{id}/agreement",
                        "/decisions/{id}/reviews",
                        "/squads",
                        "/squads/{id}",
                        "/squads/{id}/members/{personId}");
        assertThat(summaries).hasSize(73).doesNotContainNull();
    }

    @Test
    void tellsOfItsHealthAndItsOutbox() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItems(startsWith("Database")));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .body(containsString("squads_outbox_length "))
                .body(containsString("squads_outbox_oldest_age_seconds "));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    private static JsonPath document() {
        return given().queryParam("format", "json").get("/q/openapi").jsonPath();
    }
}

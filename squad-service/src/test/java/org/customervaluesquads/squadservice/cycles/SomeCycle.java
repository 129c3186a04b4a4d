package org.customervaluesquads.squadservice.cycles;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A cycle as a client plans, starts and concludes it over HTTP. */
public final class SomeCycle {

    /** One that two variants are tried in. */
    public static final String JSON = """
            {"hypothesis": "calls win back", "change": "call", "primaryMetric": "revenue/GBP", "salt": "calls-1",
             "guardrails": [{"metric": "csat", "side": "at-least", "bound": 4}],
             "variants": [{"name": "as before", "share": 50}, {"name": "called", "share": 50}],
             "plannedDays": 14, "cost": {"amount": 4000, "currency": "GBP"},
             "failureBudget": {"amount": 2000, "currency": "GBP"}}""";

    private SomeCycle() {}

    /** Plans one. */
    public static String plan(UUID squad) {
        return json(JSON)
                .post("/squads/{id}/cycles", squad)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("id");
    }

    /** Starts one. */
    public static Response start(String cycle) {
        return start(cycle, 1);
    }

    /** Starts one of this version. */
    public static Response start(String cycle, int version) {
        return given().header("If-Match", "\"%d\"".formatted(version))
                .contentType(ContentType.JSON)
                .post("/cycles/{id}/start", cycle);
    }

    /** Concludes one that runs. */
    public static Response conclude(String cycle, String verdict) {
        return json("""
                {"verdict": "%s", "lesson": "call within a day", "evidence": ["revenue/GBP|day|2026-02-01"]}""".formatted(verdict)).header("If-Match", "\"2\"").post("/cycles/{id}/verdict", cycle);
    }

    private static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }
}

package org.customervaluesquads.squadservice.decisions;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.UUID;

/** A decision as a client makes it over HTTP. */
public final class SomeDecision {

    private SomeDecision() {}

    /** The JSON of one that rests on a cycle. */
    public static String json(UUID owner, int pounds, String reviewOn, String cycle) {
        return """
                {"kind": "campaign", "title": "Call before writing", "owner": "%s",
                 "spend": {"amount": %d, "currency": "GBP"}, "options": [{"name": "call"}, {"name": "write"}],
                 "chosen": "call", "rationale": "one in ten came back", "reviewOn": "%s",
                 "evidence": [{"kind": "cycle", "id": "%s"},
                              {"kind": "metric", "id": "revenue/GBP", "asItWas": {"value": 12.5, "revision": 3}}
                             ]}""".formatted(owner, pounds, reviewOn, cycle);
    }

    /** Gives a squad the right to campaigns of up to 5,000 pounds. */
    public static void giveRights(UUID squad) {
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("""
                      {"rights": [{"kind": "campaign", "upTo": {"amount": 5000, "currency": "GBP"},
                                   "beyond": "head of sales"}], "otherwise": "board"}""")
                .put("/squads/{id}/decision-rights", squad)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }
}

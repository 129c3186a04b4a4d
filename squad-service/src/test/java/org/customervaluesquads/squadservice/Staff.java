package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The people of a made-up company, and squads formed of them as they are proposed. */
final class Staff {

    /** What such a squad is asked to be able to do. */
    static final String SKILLS = """
            "skills": [{"skill": "sql", "level": 3, "people": 2}, {"skill": "negotiation", "level": 4},
                       {"skill": "design", "level": 2}]""";

    private static final List<String> DEPARTMENTS =
            List.of("sales", "finance", "design", "service", "logistics", "marketing", "engineering", "law");

    private static final List<String> CAN_BE_LEARNED =
            List.of("sql", "negotiation", "design", "calling", "copywriting", "forecasting");

    private static final String HEADING = "name,department,functionalLead,region,costRate,currency,skills\n";
    private static final int SKILLS_EACH = 2;
    private static final String MISSION = """
            "mission": {"valueArea": "geography", "goal": "win back those who stopped ordering",
             "outcomeMetric": "revenue/GBP", "target": 250000}""";

    private Staff() {}

    /** Makes so many people of a region known, always the same ones for a seed. */
    static void hire(int people, String region, long seed) {
        Random random = new Random(seed);
        String rows = IntStream.range(0, people)
                .mapToObj(number -> row(number, region, random))
                .collect(Collectors.joining());
        given().contentType("text/csv")
                .body(HEADING + rows)
                .post("/people/import")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(people));
    }

    /** Asks for squads of a region, the best first. */
    static JsonPath propose(String region) {
        return ServiceTest.json("{%s, %s, \"regions\": [\"%s\"], \"allocation\": 50, \"alternatives\": 2, \"seed\": 7}"
                        .formatted(MISSION, SKILLS, region))
                .post("/formations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** Forms a squad of the best proposal, led by the first of its people. */
    static UUID form(JsonPath formation, String name, String region) {
        String id = ServiceTest.json("{\"name\": \"%s\", \"scope\": {\"regions\": [\"%s\"]}, \"lead\": \"%s\"}"
                        .formatted(name, region, formation.getString("proposals[0].members[0].personId")))
                .post("/formations/{id}/proposals/1/squad", formation.getString("id"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().get("/squads/{id}/skills", id).then().body("missing", equalTo(0));
        return UUID.fromString(id);
    }

    private static String row(int number, String region, Random random) {
        String department = DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size()));
        List<String> shuffled = new ArrayList<>(CAN_BE_LEARNED);
        Collections.shuffle(shuffled, random);
        String skills = shuffled.subList(0, SKILLS_EACH).stream()
                .map(skill -> skill + ":" + (1 + random.nextInt(5)))
                .collect(Collectors.joining(";"));
        return "person %d,%s,head of %s,%s,%d,GBP,%s\n"
                .formatted(number, department, department, region, 300 + random.nextInt(300), skills);
    }
}

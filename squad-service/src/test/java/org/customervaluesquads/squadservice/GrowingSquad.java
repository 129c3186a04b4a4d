package org.customervaluesquads.squadservice;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customervaluesquads.squadservice.cycles.SomeCycle;
import org.customervaluesquads.squadservice.decisions.SomeDecision;
import org.customervaluesquads.squadservice.stages.ProvenSquad;

/** A squad with one of each thing that is shown by itself; they grow together. */
final class GrowingSquad {

    /** Of so many people two squads can be proposed. */
    private static final int STAFF = 14;

    private static final long SEED = 5;

    private final UUID squad = ProvenSquad.form("growing");
    private final UUID person = ServiceTest.addPerson("Ada");
    private final String region = "region 0 of " + squad;
    private final String playbook;
    private final Map<String, String> idsByAddress = new LinkedHashMap<>();
    private int proposalsTaken;

    GrowingSquad() {
        ServiceTest.join(squad, person, 10).then().statusCode(201);
        SomeDecision.giveRights(squad);
        Staff.hire(STAFF, region, SEED);
        String cycle = SomeCycle.plan(squad);
        playbook = create("/squads/" + squad + "/playbook", "{\"name\": \"playbook\", \"cadence\": \"weekly\"}");
        idsByAddress.put("/playbooks/", playbook);
        idsByAddress.put("/squads/{id}/origin", replicate(playbook));
        idsByAddress.put("/squads/", squad.toString());
        idsByAddress.put("/policies/squads/", squad.toString());
        idsByAddress.put("/people/", person.toString());
        idsByAddress.put("/cycles/", cycle);
        idsByAddress.put(
                "/decisions/",
                create("/squads/" + squad + "/decisions", SomeDecision.json(person, 1, "2126-05-01", cycle)));
        idsByAddress.put("/formations/", Staff.propose(region).getString("id"));
        idsByAddress.put("/platform/capabilities/", create("/platform/capabilities", capability(0)));
        idsByAddress.put(
                "/platform/requests/",
                create(
                        "/platform/requests",
                        "{\"squadId\": \"%s\", \"title\": \"t\", \"wish\": \"w\"}".formatted(squad)));
    }

    /** Where that is found which an address of the OpenAPI document stands for. */
    String find(String address) {
        String id = idsByAddress.keySet().stream()
                .filter(address::startsWith)
                .findFirst()
                .map(idsByAddress::get)
                .orElse("");
        return address.replace("{id}", id)
                .replace("{squad}", squad.toString())
                .replace("{region}", region)
                .replace("{valueArea}", "geography");
    }

    /** Adds so many of whatever there can be more of; of regions and policies there are so many in all. */
    void grow(int number) {
        change("/squads/" + squad, """
                {"name": "grown", "mission": {"valueArea": "geography", "goal": "win back",
                 "outcomeMetric": "revenue/GBP", "target": 250000}, "scope": {"regions": [%s]}}""".formatted(list(number, "\"region %d of " + squad + "\"")));
        change("/policies/squads/" + squad, policies(number));
        change(find("/platform/capabilities/{id}"), capability(number));
        change("/people/" + person, """
                {"name": "Ada", "department": "sales", "costRate": {"amount": %d, "currency": "EUR"},
                 "skills": [%s]}""".formatted(
                        400 + number, list(number, "{\"skill\": \"skill %d\", \"level\": 3}")));
        create(find("/formations/{id}/proposals/") + ++proposalsTaken + "/squad", "{\"name\": \"as proposed\"}");
        for (int each = 0; each < number; each++) {
            change("/policies/regions/region %d of %s".formatted(each, squad), policies(number));
            addOneOfEach();
        }
    }

    private void addOneOfEach() {
        ServiceTest.join(squad, ServiceTest.addPerson("one more"), 10).then().statusCode(201);
        ServiceTest.join(ServiceTest.formSquad("shares Ada"), person, 5).then().statusCode(201);
        SomeCycle.plan(squad);
        replicate(playbook);
        ServiceTest.json("{\"by\": \"Ada\", \"outcome\": \"worked\", \"nextReviewOn\": \"2126-05-01\"}")
                .header("If-Match", "*")
                .post(find("/decisions/{id}/reviews"))
                .then()
                .statusCode(200);
    }

    private static String replicate(String playbook) {
        return ServiceTest.json("{\"name\": \"replica\", \"target\": 1000}")
                .post("/playbooks/{id}/squads", playbook)
                .then()
                .statusCode(201)
                .extract()
                .path("squadId");
    }

    private static String create(String path, String body) {
        return ServiceTest.json(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void change(String path, String body) {
        ServiceTest.json(body).header("If-Match", "*").put(path).then().statusCode(200);
    }

    private static String capability(int plans) {
        return """
                {"name": "register", "description": "d", "owner": "o", "lifeStage": "live",
                 "roadmap": [%s]}""".formatted(list(plans, "{\"on\": \"2127-01-31\", \"what\": \"more %d\"}"));
    }

    private static String policies(int number) {
        return "{\"policies\": [" + list(number, "{\"kind\": \"target\", \"name\": \"metric %d\", \"value\": \"4.5\"}")
                + "]}";
    }

    private static String list(int number, String item) {
        return IntStream.range(0, number).mapToObj(item::formatted).collect(joining(", "));
    }
}

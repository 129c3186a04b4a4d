package org.customervaluesquads.localstack.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Forming the demo's squads with their people. */
record FormingSquads(Services services, LocalDate since) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A squad that was formed. */
    record Formed(String id, Charter charter) {}

    List<Formed> all() {
        Map<String, String> people = new HashMap<>();
        Charter.PEOPLE.forEach(person -> people.put(person.name(), hire(person)));
        List<Formed> formed = new ArrayList<>();
        for (Charter charter : Charter.ALL) {
            URI squads = services.squads().resolve("/squads");
            String id = services.post(squads, charter.request()).path("id").asText();
            charter.members().forEach(member -> join(id, people.getOrDefault(member.person(), ""), member));
            formed.add(new Formed(id, charter));
        }
        return formed;
    }

    private String hire(Charter.Person person) {
        ObjectNode request = JSON.objectNode().put("name", person.name()).put("department", person.department());
        request.putArray("skills").addObject().put("skill", person.skill()).put("level", 4);
        request.putObject("costRate")
                .put("amount", new BigDecimal(person.costPerDay()))
                .put("currency", person.currency());
        return services.post(services.squads().resolve("/people"), request.toString())
                .path("id")
                .asText();
    }

    private void join(String squad, String person, Charter.Member member) {
        ObjectNode request = JSON.objectNode()
                .put("role", member.role())
                .put("allocation", member.allocation())
                .put("since", since.toString());
        services.put(services.squads().resolve("/squads/" + squad + "/members/" + person), request.toString());
    }
}

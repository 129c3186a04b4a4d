package org.customervaluesquads.squadservice.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.PolicyLayerPublished.Value;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.squadservice.ServiceTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What the world is told of policies, and in which order. */
@QuarkusTest
class PolicyAnnouncementsIT extends ServiceTest {

    private static final String CONSENT = """
            {"policies": [{"kind": "required-consent", "name": "intents", "value": "%s", "locked": true}]}""";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void tellsOfEachVersionOfARegionsLayerInOrder() {
        String region = "GB " + UUID.randomUUID();
        set("regions/" + region, CONSENT.formatted("analytics"));
        set("regions/" + region, CONSENT.formatted("analytics")); // changes nothing, and is not told
        set("regions/" + region, CONSENT.formatted("analytics,marketing"));
        set("regions/" + region, "{\"policies\": []}");

        List<ConsumerRecord<String, PolicyLayerPublished>> told = told("region:" + region, 3);

        assertThat(told).extracting(message -> message.value().version()).containsExactly(1L, 2L, 3L);
        assertThat(told).allSatisfy(message -> {
            assertThat(message.value().level()).isEqualTo("region");
            assertThat(message.value().name()).isEqualTo(region);
            assertThat(Reader.header(message, CloudEventHeaders.TYPE)).isEqualTo("policies.changed");
        });
        assertThat(told.get(1).value().values())
                .containsExactly(new Value("required-consent", "intents", "analytics,marketing", true));
        assertThat(told.getLast().value().values()).isEmpty();
    }

    @Test
    void tellsOfTheLayersOfASquadAndOfTheWholeCompany() {
        UUID squad = formSquad("with a rule of its own");
        String mark = "mark " + squad;
        String target =
                "{\"policies\": [{\"kind\": \"target\", \"name\": \"%s\", \"value\": \"4.5\"}]}".formatted(mark);
        set("squads/" + squad, target);
        set("global", target);

        try (var reader = new Reader<>(broker, Topics.POLICIES)) {
            var ofSquad = reader.read("squad:" + squad, 1).getLast().value();
            var global = reader.read(
                            List.of("global"),
                            found -> found.stream()
                                    .flatMap(message -> message.value().values().stream())
                                    .anyMatch(value -> value.name().equals(mark)))
                    .getLast()
                    .value();

            assertThat(ofSquad.level()).isEqualTo("squad");
            assertThat(ofSquad.name()).isEqualTo(squad.toString());
            assertThat(global.level()).isEqualTo("global");
            assertThat(global.name()).isEmpty();
            assertThat(global.values()).containsExactly(new Value("target", mark, "4.5", false));
        }
    }

    private List<ConsumerRecord<String, PolicyLayerPublished>> told(String key, int messages) {
        try (var reader = new Reader<>(broker, Topics.POLICIES)) {
            return reader.read(key, messages);
        }
    }

    private static void set(String layer, String body) {
        json(body).header("If-Match", "*").put("/policies/" + layer).then().statusCode(200);
    }
}

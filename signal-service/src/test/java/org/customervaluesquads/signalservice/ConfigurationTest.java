package org.customervaluesquads.signalservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.customervaluesquads.contracts.Outcomes;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.Property;
import org.customervaluesquads.signalservice.topology.SignalTopology;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    @Test
    void waitsForTheTopicsThatTheTopologyReadsAndWrites() throws IOException {
        Topology topology = SignalTopology.build(
                new SignalTopology.Settings("", Duration.ofDays(7), 3, true),
                SignalTopology.Views.of(Catalogues.intents()));

        Set<String> awaited = Stream.of(property("quarkus.kafka-streams.topics").split(","))
                .map(name -> name.replace("${squads.topic-prefix:}", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(awaited).isEqualTo(topicsOf(topology.describe()));
    }

    @Test
    void namesTheOutcomesThatTheLedgerKeeps() throws IOException {
        try (InputStream types = ConfigurationTest.class.getResourceAsStream("/signal-types.yaml")) {
            JsonNode outcomes = new YAMLMapper().readTree(types).path("outcome");

            assertThat(outcomes.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactlyInAnyOrderElementsOf(Outcomes.TYPES);
        }
    }

    @Test
    void shipsACatalogueWhoseIntentsCanBeConfirmed() {
        IntentCatalogue catalogue = Catalogues.intents();

        assertThat(catalogue.intents())
                .hasSize(8)
                .allSatisfy(intent -> assertThat(Catalogues.signalTypes().of(intent.outcome()))
                        .isNotNull());
    }

    @Test
    void weighsOnlyFeaturesOfKnownTypesAndDeclaredProperties() {
        IntentCatalogue catalogue = Catalogues.intents();

        Set<String> features = catalogue.intents().stream()
                .flatMap(intent -> intent.weights().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(features).allSatisfy(feature -> {
            String type = feature.split("/")[0];
            if (!type.equals(SignalRecorded.TEXT_UNDERSTOOD)) {
                assertThat(Catalogues.signalTypes().of(type)).as(feature).isNotNull();
            }
            if (feature.contains("/")) {
                String property = feature.substring(feature.indexOf('/') + 1, feature.indexOf('='));
                assertThat(catalogue.properties().get(type))
                        .as(feature)
                        .extracting(Property::name)
                        .contains(property);
            }
        });
    }

    @Test
    void weighsOnlyWhatTextsAreTaughtToSay() {
        Stream<String> weighed = Catalogues.intents().intents().stream()
                .flatMap(intent -> intent.weights().keySet().stream())
                .filter(feature -> feature.startsWith(SignalRecorded.TEXT_UNDERSTOOD + "/"));

        Set<String> taught = Catalogues.texts().entrySet().stream()
                .flatMap(question -> question.getValue().keySet().stream()
                        .map(label -> SignalRecorded.TEXT_UNDERSTOOD + "/"
                                + question.getKey().word() + "=" + label))
                .collect(Collectors.toSet());
        assertThat(weighed).isNotEmpty().isSubsetOf(taught);
    }

    @Test
    void takesNothingAtADoorThatIsUnderstoodOfTexts() {
        assertThat(Catalogues.signalTypes().of(SignalRecorded.TEXT_UNDERSTOOD)).isNull();
    }

    private static Set<String> topicsOf(TopologyDescription description) {
        Stream<String> own = description.subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .flatMap(node -> switch (node) {
                    case TopologyDescription.Source source -> source.topicSet().stream();
                    case TopologyDescription.Sink sink -> Stream.of(sink.topic());
                    default -> Stream.empty();
                });
        Stream<String> global =
                description.globalStores().stream().flatMap(store -> store.source().topicSet().stream());
        return Stream.concat(own, global).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String property(String name) throws IOException {
        try (InputStream in = ConfigurationTest.class.getResourceAsStream("/application.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty(name);
        }
    }
}

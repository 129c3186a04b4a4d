package org.customervaluesquads.signalservice.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.customervaluesquads.signalservice.Catalogues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentEventsTest {

    @ParameterizedTest
    @MethodSource("types")
    void namesOnlyTypesThatThereAre(String type) {
        assertThat(Catalogues.signalTypes().of(type)).isNotNull();
    }

    static Stream<String> types() throws IOException {
        try (InputStream yaml = SegmentEventsTest.class.getResourceAsStream("/segment-events.yaml")) {
            JsonNode catalogue = new YAMLMapper().readTree(yaml);
            Stream<String> ofEvents = catalogue.path("events").valueStream().map(JsonNode::asText);
            Stream<String> ofWorth = catalogue.path("worth").propertyStream().map(entry -> entry.getKey());
            return Stream.concat(ofEvents, ofWorth).distinct();
        }
    }
}

package org.customervaluesquads.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    @ParameterizedTest
    @MethodSource("topics")
    void keepsToItsSchema(Topic<?> topic) throws IOException {
        String json = MessageJson.mapper().writeValueAsString(SomeMessages.OF_TOPIC.get(topic));

        List<Error> errors = schemaOf(topic).validate(json, InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void hasASchemaThatNamesEachOfItsFieldsAndNoOther(Topic<?> topic) throws IOException {
        JsonNode message = MessageJson.mapper().valueToTree(SomeMessages.OF_TOPIC.get(topic));

        JsonNode properties = MessageJson.mapper().readTree(schemaTextOf(topic)).path("properties");

        assertThat(namesIn(properties)).containsExactlyInAnyOrderElementsOf(namesIn(message));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void hasASchemaThatRefusesAnUnknownField(Topic<?> topic) throws IOException {
        ObjectNode message = MessageJson.mapper().valueToTree(SomeMessages.OF_TOPIC.get(topic));
        message.put("unheardOf", true);

        List<Error> errors = schemaOf(topic).validate(message.toString(), InputFormat.JSON);

        assertThat(errors).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void isReadAsItWasWritten(Topic<?> topic) {
        assertThat(readBack(topic)).isEqualTo(SomeMessages.OF_TOPIC.get(topic));
    }

    @Test
    void readsASourceThatWasRegisteredBeforeKeysAndQuotas() {
        byte[] old = """
                {"sourceId":"web-shop","silo":"sales","channel":null,"changedAt":"2026-01-05T12:00:00Z"}""".getBytes(UTF_8);

        SourceRegistered read = MessageSerde.of(Topics.SOURCES).deserializer().deserialize(Topics.SOURCES.name(), old);

        assertThat(read)
                .isEqualTo(SourceRegistered.open(
                        "web-shop", "sales", null, null, null, Instant.parse("2026-01-05T12:00:00Z")));
    }

    private static <V> V readBack(Topic<V> topic) {
        MessageSerde<V> serde = MessageSerde.of(topic);
        V message = topic.value().cast(SomeMessages.OF_TOPIC.get(topic));
        return serde.deserializer().deserialize(topic.name(), serde.serializer().serialize(topic.name(), message));
    }

    private static Stream<Topic<?>> topics() {
        return Topics.ALL.stream();
    }

    private static List<String> namesIn(JsonNode object) {
        return object.properties().stream().map(entry -> entry.getKey()).toList();
    }

    private static Schema schemaOf(Topic<?> topic) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaTextOf(topic), InputFormat.JSON);
    }

    private static String schemaTextOf(Topic<?> topic) throws IOException {
        String file =
                topic.value().getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT)
                        + ".schema.json";
        try (InputStream schema = Objects.requireNonNull(MessagesTest.class.getResourceAsStream(file), file)) {
            return new String(schema.readAllBytes(), UTF_8);
        }
    }
}

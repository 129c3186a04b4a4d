package org.customervaluesquads.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.contracts.Topic.Keeps;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "topics.md");

    @Test
    void standInTheDocumentAsTheyAre() throws IOException {
        List<String> table = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(table)
                .as("docs/topics.md holds one row for each topic; replace its rows by these")
                .isEqualTo(Topics.ALL.stream().map(TopicsTest::row).toList());
    }

    @Test
    void areTheChannelsOfTheAsyncApiDocument() throws IOException {
        JsonNode channels = asyncApi().path("channels");

        assertThat(channels.properties())
                .extracting(channel -> channel.getValue().path("address").asText())
                .containsExactlyElementsOf(Topics.ALL.stream().map(Topic::name).toList());
    }

    @Test
    void carryTheMessagesThatTheAsyncApiDocumentSays() throws IOException {
        JsonNode document = asyncApi();

        for (Topic<?> topic : Topics.ALL) {
            String message = topic.value().getSimpleName();
            JsonNode messages = document.path("channels").path(topic.name()).path("messages");
            String payload = document.at("/components/messages/" + message + "/payload/$ref")
                    .asText();
            assertThat(namesIn(messages)).as(topic.name()).containsExactly(message);
            assertThat(TopicsTest.class.getResource(payload)).as(payload).isNotNull();
        }
    }

    @Test
    void keepByTheTimeOfAppendingSoThatHistoryStays() {
        assertThat(Topics.ALL)
                .allSatisfy(topic ->
                        assertThat(topic.configuration()).containsEntry("message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void standBehindThePrefixOfTheirInstallation() {
        assertThat(Topics.SIGNALS.in("north.")).isEqualTo("north.signals");
    }

    private static String row(Topic<?> topic) {
        String kept = switch (topic.keeps()) {
            case Keeps.Newest() -> "compacted";
            case Keeps.For(Duration span) -> span.toDays() + " days";
        };
        return "| `%s` | %s | `%s` | %s | %d | %s |"
                .formatted(
                        topic.name(),
                        topic.keyedBy().replace("|", "\\|"),
                        topic.value().getSimpleName(),
                        topic.what(),
                        topic.partitions(),
                        kept);
    }

    private static List<String> namesIn(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode asyncApi() throws IOException {
        try (InputStream document = TopicsTest.class.getResourceAsStream("asyncapi.yaml")) {
            return new YAMLMapper().readTree(document);
        }
    }
}

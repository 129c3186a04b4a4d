package org.customervaluesquads.localstack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.localstack.Refusal;
import org.customervaluesquads.localstack.replay.Mapping.Mapped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {

    @Test
    void makesOneSignalOrSeveralOrNone() throws IOException {
        JsonNode row = json("{\"n\": 7}");

        assertThat(signals(Mapping.parse("{\"id\": .n}"), row)).hasSize(1);
        assertThat(signals(Mapping.parse("[{\"id\": .n}, {\"id\": .n + 1}, null]"), row))
                .hasSize(2);
        assertThat(signals(Mapping.parse("if (.n > 9) {\"id\": .n} else null"), row))
                .isEmpty();
    }

    @Test
    void readsADecimalAsExactlyTheNumberThatItShows() throws IOException {
        Mapping mapping = Mapping.parse("{\"amount\": decimal(.amount)}");

        List<ObjectNode> signals = signals(mapping, json("{\"amount\": \"-7.560\"}"));

        assertThat(signals).hasToString("[{\"amount\":-7.560}]");
    }

    @Test
    void saysWhyARowDoesNotFit() throws IOException {
        Mapping mapping = Mapping.parse("{\"amount\": decimal(.amount)}");

        Mapped mapped = mapping.map(json("{\"amount\": \"a lot\"}"));

        assertThat(mapped)
                .isInstanceOfSatisfying(
                        Mapped.Failed.class,
                        failed -> assertThat(failed.reason()).contains("not a number: \"a lot\""));
    }

    @Test
    void takesNothingButObjectsForSignals() throws IOException {
        assertThat(Mapping.parse("\"text\"").map(json("{}"))).isInstanceOf(Mapped.Failed.class);
    }

    @Test
    void tellsInOneLineWhatIsWrongWithATemplate(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jslt"), "{\"id\": .id,\n \"type\": }");

        assertThatThrownBy(() -> Mapping.read(broken))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 2")
                .message()
                .hasLineCount(1);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return MessageJson.mapper().readTree(text);
    }

    private static List<ObjectNode> signals(Mapping mapping, JsonNode row) {
        return switch (mapping.map(row)) {
            case Mapped.Signals(List<ObjectNode> signals) -> signals;
            case Mapped.Failed(String reason) -> throw new AssertionError(reason);
        };
    }
}

package org.customervaluesquads.signalservice.text.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Labelled texts in JSON: a list of pairs or of objects, or an object of such lists, one for each part, as CLINC150 has
 * them.
 */
final class JsonTexts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private final Asked asked;
    private final List<Labelled> found = new ArrayList<>();

    private JsonTexts(Path path, Asked asked) {
        this.path = path;
        this.asked = asked;
    }

    static List<Labelled> read(Path path, String content, Asked asked) {
        JsonTexts reading = new JsonTexts(path, asked);
        JsonNode root = reading.parse(content);
        if (root.isArray()) {
            reading.take(root);
        } else {
            reading.takeParts(root);
        }
        return reading.found;
    }

    static List<Labelled> readLines(Path path, String content, Asked asked) {
        JsonTexts reading = new JsonTexts(path, asked);
        content.lines().filter(line -> !line.isBlank()).forEach(line -> reading.takeOne(reading.parse(line)));
        return reading.found;
    }

    private JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new Unreadable("%s is no JSON: %s".formatted(path, broken.getOriginalMessage()));
        }
    }

    private void takeParts(JsonNode root) {
        List<String> names = root.properties().stream().map(Map.Entry::getKey).toList();
        List<String> parts = asked.parts().stream()
                .filter(choice -> choice.stream().anyMatch(names::contains))
                .findFirst()
                .orElseThrow(() ->
                        new Unreadable("%s has the parts %s, and none of %s".formatted(path, names, asked.parts())));
        parts.stream().filter(names::contains).forEach(part -> take(root.get(part)));
    }

    private void take(JsonNode list) {
        if (!list.isArray()) {
            throw new Unreadable(path + " has something else than lists of labelled texts");
        }
        list.forEach(this::takeOne);
    }

    private void takeOne(JsonNode one) {
        if (one.isArray() && one.size() == 2) {
            found.add(new Labelled(
                    one.get(0).asText().strip(), one.get(1).asText().strip()));
        } else if (one.isObject()) {
            List<String> names =
                    one.properties().stream().map(Map.Entry::getKey).toList();
            Columns columns = Columns.named(path, names, asked);
            found.add(new Labelled(
                    one.get(names.get(columns.text())).asText().strip(),
                    one.get(names.get(columns.label())).asText().strip()));
        } else {
            throw new Unreadable(
                    "%s: labelled text %d is neither a pair nor an object".formatted(path, found.size() + 1));
        }
    }
}

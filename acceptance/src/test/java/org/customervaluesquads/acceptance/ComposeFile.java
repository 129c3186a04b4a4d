package org.customervaluesquads.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code docker-compose.yml}, as far as it repeats what the code says. */
record ComposeFile(JsonNode tree) {

    private static final Pattern DATABASE_CREATED = Pattern.compile("CREATE DATABASE (\\w+)");

    static ComposeFile read() throws IOException {
        return new ComposeFile(new YAMLMapper().readTree(Checkout.text("docker-compose.yml")));
    }

    Set<String> containers() {
        return namesIn(tree.path("services"));
    }

    /** Those that are built here. */
    Set<String> services() {
        return containers().stream()
                .filter(name -> container(name).has("build"))
                .collect(Collectors.toSet());
    }

    JsonNode container(String name) {
        return tree.path("services").path(name);
    }

    String image(String name) {
        return container(name).path("image").asText();
    }

    Map<String, String> environment(String name) {
        Map<String, String> variables = new TreeMap<>();
        container(name).path("environment").forEachEntry((variable, value) -> variables.put(variable, value.asText()));
        return variables;
    }

    List<String> ports(String name) {
        return texts(container(name).path("ports")).toList();
    }

    /** Names of volumes, each with the folder that it is seen at. */
    Map<String, String> volumes(String name) {
        return texts(container(name).path("volumes"))
                .map(volume -> volume.split(":", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    Set<String> volumesDeclared() {
        return namesIn(tree.path("volumes"));
    }

    /** What it waits for, with the condition that it waits for. */
    Map<String, String> waitsFor(String name) {
        Map<String, String> conditions = new TreeMap<>();
        container(name)
                .path("depends_on")
                .forEachEntry((other, wait) ->
                        conditions.put(other, wait.path("condition").asText()));
        return conditions;
    }

    /** The databases that there are when PostgreSQL has started. */
    Set<String> databases() {
        String command = texts(container("postgres").path("command")).collect(Collectors.joining(" "));
        Stream<String> created = DATABASE_CREATED
                .matcher(command)
                .results()
                .map(MatchResult::group)
                .map(sql -> sql.split(" ")[2]);
        return Stream.concat(Stream.of(environment("postgres").get("POSTGRES_DB")), created)
                .collect(Collectors.toSet());
    }

    private static Set<String> namesIn(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }
}

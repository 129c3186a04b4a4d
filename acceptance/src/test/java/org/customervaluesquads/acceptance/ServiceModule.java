package org.customervaluesquads.acceptance;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service's module, as far as its container repeats what it says. */
record ServiceModule(String name) {

    private static final String CONFIG_MAPPING = "@ConfigMapping(prefix = \"squads\")";

    /** A method of the mapping's own, and not of an interface inside it: those are indented deeper. */
    private static final Pattern SETTING = Pattern.compile("^ {4}[\\w<>]+ (\\w+)\\(\\);", Pattern.MULTILINE);

    /**
     * Keys that an extension reads whether or not the service sets them. Those of {@code kafka-streams.} are not among
     * them: they are passed on only when the service sets them too, since a variable alone does not tell that a part of
     * its name has a dash.
     */
    private static final Map<String, List<String>> KEYS_OF_EXTENSIONS = Map.of(
            "quarkus-rest", List.of("quarkus.http.host", "quarkus.http.port"),
            "quarkus-kafka-client", List.of("kafka.bootstrap.servers"),
            "quarkus-kafka-streams", List.of("quarkus.kafka-streams.application-server"));

    Properties properties() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Checkout.text(name + "/src/main/resources/application.properties")));
        return properties;
    }

    Dockerfile dockerfile() throws IOException {
        return new Dockerfile(Checkout.text(name + "/src/main/docker/Dockerfile"));
    }

    boolean uses(String extension) throws IOException {
        return Checkout.text(name + "/pom.xml").contains("<artifactId>" + extension + "</artifactId>");
    }

    /** The environment variables that set something of it, by MicroProfile's rule. */
    Set<String> variablesRead() throws IOException {
        Set<String> keys = new HashSet<>(properties().stringPropertyNames());
        keys.addAll(keysMapped());
        for (Map.Entry<String, List<String>> extension : KEYS_OF_EXTENSIONS.entrySet()) {
            if (uses(extension.getKey())) {
                keys.addAll(extension.getValue());
            }
        }
        return keys.stream()
                .map(key -> key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private Set<String> keysMapped() throws IOException {
        return SETTING.matcher(configMapping())
                .results()
                .map(setting -> setting.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .map(setting -> "squads." + setting)
                .collect(Collectors.toSet());
    }

    private String configMapping() throws IOException {
        try (Stream<Path> sources = Files.walk(Checkout.path(name + "/src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(source);
                if (text.contains(CONFIG_MAPPING)) {
                    return text;
                }
            }
        }
        throw new AssertionError(name + " has no interface with " + CONFIG_MAPPING);
    }
}

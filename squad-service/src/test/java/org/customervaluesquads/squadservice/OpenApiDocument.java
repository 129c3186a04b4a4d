package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document of the running service, as somebody reads it who writes a client. */
final class OpenApiDocument {

    private static final Set<String> WRITES = Set.of("post", "put", "patch", "delete");
    private static final Set<String> READS = Set.of("get");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Map<String, String> SOMETHING =
            Map.of("{valueArea}", "geography", "{region}", "GB", "{n}", "1");

    private final JsonNode document;

    private OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    static OpenApiDocument read() {
        try {
            return new OpenApiDocument(new ObjectMapper()
                    .readTree(given().queryParam("format", "json")
                            .get("/q/openapi")
                            .asString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Everything that changes something. */
    List<Operation> writes() {
        return operations(WRITES);
    }

    /** Everything that shows something. */
    List<Operation> reads() {
        return operations(READS);
    }

    private List<Operation> operations(Set<String> methods) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> methods.contains(method.getKey()))
                        .map(method -> new Operation(path.getKey(), method.getKey(), method.getValue())))
                .toList();
    }

    /** The operation of this path and method. */
    Operation of(String method, String path) {
        return new Operation(path, method, document.path("paths").path(path).path(method));
    }

    /** Something that can be asked of the service. */
    final class Operation {

        private final String path;
        private final String method;
        private final JsonNode words;

        private Operation(String path, String method, JsonNode words) {
            this.path = path;
            this.method = method;
            this.words = words;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }

        String path() {
            return path;
        }

        String method() {
            return method;
        }

        /** Whether its query may say this. */
        boolean takes(String parameter) {
            return parameters("query").anyMatch(one -> one.path("name").asText().equals(parameter));
        }

        List<String> headers() {
            return headers(false);
        }

        List<String> requiredHeaders() {
            return headers(true);
        }

        private List<String> headers(boolean required) {
            return parameters("header")
                    .filter(parameter -> !required || parameter.path("required").asBoolean())
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
        }

        private Stream<JsonNode> parameters(String in) {
            return words.path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asText().equals(in));
        }

        boolean hasBody() {
            return words.has("requestBody");
        }

        /** The first example of the body, as it is to be sent. */
        @Nullable
        String example() {
            return content()
                    .path("examples")
                    .valueStream()
                    .map(example -> example.path("value"))
                    .map(value -> value.isTextual() ? value.asText() : value.toString())
                    .findFirst()
                    .orElse(null);
        }

        /** What a JSON body cannot go without. */
        List<String> requiredFields() {
            JsonNode schema = content().path("schema");
            String reference = schema.path("$ref").asText();
            JsonNode resolved = reference.isEmpty() ? schema : document.at(reference.substring(1));
            return resolved.path("required").valueStream().map(JsonNode::asText).toList();
        }

        /** Sends it, with this body where it has one; places of the path that are not given are nobody's. */
        Response send(RequestSpecification request, @Nullable String body, Object... places) {
            if (body != null) {
                request = request.contentType(mediaType()).body(body);
            }
            Iterator<Object> given = List.of(places).iterator();
            String filled = PLACE.matcher(path)
                    .replaceAll(place -> given.hasNext()
                            ? given.next().toString()
                            : SOMETHING.getOrDefault(place.group(), new UUID(0, 0).toString()));
            return request.request(method.toUpperCase(Locale.ROOT), filled);
        }

        private String mediaType() {
            return words.at("/requestBody/content")
                    .properties()
                    .iterator()
                    .next()
                    .getKey();
        }

        private JsonNode content() {
            return hasBody() ? words.at("/requestBody/content").path(mediaType()) : words.path("requestBody");
        }
    }
}

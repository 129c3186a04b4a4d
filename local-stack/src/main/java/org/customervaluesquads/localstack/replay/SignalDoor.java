package org.customervaluesquads.localstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.localstack.Refusal;
import org.jspecify.annotations.Nullable;

/** The doors of signal-service that a replay uses. */
public final class SignalDoor implements AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final URI service;
    private final PatientHttp http;

    public SignalDoor(URI service, PatientHttp http) {
        this.service = service;
        this.http = http;
    }

    /** What is registered of a source that is not there yet. */
    public record NewSource(
            String silo, @Nullable String channel, @Nullable String region) {}

    /** Registers the source unless it is there; says whether it had to. */
    public boolean register(String source, NewSource missing) {
        URI uri = service.resolve("/sources/" + source);
        HttpResponse<byte[]> found = http.send(HttpRequest.newBuilder(uri));
        if (found.statusCode() != NOT_FOUND) {
            require(found);
            return false;
        }
        ObjectNode body = MessageJson.mapper().valueToTree(missing);
        require(http.send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()))));
        return true;
    }

    /** Sends one batch and returns what was said of it. */
    public BatchAnswer send(List<byte[]> signals) {
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(service.resolve("/signals/batch"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(lines(signals))));
        require(answer);
        try {
            return MessageJson.mapper().readValue(answer.body(), BatchAnswer.class);
        } catch (IOException unreadable) {
            throw new Refusal(service + " does not answer like the batch door of signal-service", unreadable);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private static byte[] lines(List<byte[]> signals) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (byte[] signal : signals) {
            lines.writeBytes(signal);
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private static void require(HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new Refusal("%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), detail(answer.body())));
        }
    }

    private static String detail(byte[] problem) {
        String text = new String(problem, StandardCharsets.UTF_8);
        try {
            JsonNode read = MessageJson.mapper().readTree(problem);
            return read.path("detail").asText(text);
        } catch (IOException notAProblem) {
            return text;
        }
    }
}

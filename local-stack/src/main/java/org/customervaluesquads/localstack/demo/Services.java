package org.customervaluesquads.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.localstack.replay.PatientHttp;

/** The services' own REST, as anybody could use it. */
record Services(URI squads, URI signals, URI metrics, PatientHttp http) {

    JsonNode get(URI uri) {
        return answered(HttpRequest.newBuilder(uri));
    }

    JsonNode post(URI uri, String body) {
        return answered(json(uri).POST(BodyPublishers.ofString(body)));
    }

    /** Puts whatever version is there. */
    JsonNode put(URI uri, String body) {
        return answered(json(uri).header("If-Match", "*").PUT(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder json(URI uri) {
        return HttpRequest.newBuilder(uri).header("Content-Type", "application/json");
    }

    private JsonNode answered(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = http.send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s answered %d: %s"
                    .formatted(answer.uri(), answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
        }
        try {
            return MessageJson.mapper().readTree(answer.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

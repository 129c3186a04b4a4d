package org.customervaluesquads.signalservice.fuzz;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests as they are, by a client that mends nothing. */
final class Requests {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The status of the answer. */
    int send(String method, String path, Mutator.Sent sent) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(ANSWER_MAX)
                .header("Content-Type", sent.contentType)
                .method(method, BodyPublishers.ofByteArray(sent.body));
        sent.headers.forEach(request::setHeader);
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}

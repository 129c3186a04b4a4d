package org.customervaluesquads.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One client of a service, which sends one request after another and takes no refusal. */
final class Asking {

    private static final Duration ANSWER_WAIT = Duration.ofSeconds(20);
    private static final int REFUSED = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Asking(String base) {
        this.base = base;
    }

    HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER_WAIT);
    }

    /** A request with JSON that changes something, whichever version that has. */
    HttpRequest.Builder change(String path) {
        return get(path).header("Content-Type", "application/json").header("If-Match", "*");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= REFUSED) {
            throw new IllegalStateException(answer + ": " + answer.body());
        }
        return answer;
    }
}

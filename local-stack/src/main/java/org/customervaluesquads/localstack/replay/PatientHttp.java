package org.customervaluesquads.localstack.replay;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;
import org.customervaluesquads.localstack.Refusal;
import org.jspecify.annotations.Nullable;

/** HTTP that outlives the restart of a service: what was not answered, or answered with "later", is sent again. */
public final class PatientHttp implements AutoCloseable {

    private static final Duration CONNECT_WAIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_WAIT).build();
    private final Duration patience;
    private final Consumer<String> told;

    /**
     * HTTP with so much patience.
     *
     * @param told is told when something has to be sent again
     */
    public PatientHttp(Duration patience, Consumer<String> told) {
        this.patience = patience;
        this.told = told;
    }

    /**
     * Sends until there is an answer other than "later".
     *
     * @throws Refusal if there is none for as long as the patience lasts
     */
    public HttpResponse<byte[]> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(ANSWER_WAIT).build();
        long end = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Attempt attempt = attempt(request);
            if (attempt.answer != null && !isLater(attempt.answer.statusCode())) {
                return attempt.answer;
            }
            if (System.nanoTime() > end) {
                throw new Refusal("%s %s for %d seconds; gave up"
                        .formatted(request.uri(), attempt.inWords(), patience.toSeconds()));
            }
            Duration wait = attempt.answer == null ? pause : retryAfter(attempt.answer, pause);
            told.accept("%s %s; trying again in %.1f s"
                    .formatted(request.uri(), attempt.inWords(), wait.toMillis() / 1000.0));
            sleep(wait);
            pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private Attempt attempt(HttpRequest request) {
        try {
            return new Attempt(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException unanswered) {
            return new Attempt(null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while waiting for " + request.uri(), interrupted);
        }
    }

    private static boolean isLater(int status) {
        return status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS;
    }

    private static Duration retryAfter(HttpResponse<?> answer, Duration otherwise) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> min(Duration.ofSeconds(Long.parseLong(seconds)), LONGEST_PAUSE))
                .orElse(otherwise);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", interrupted);
        }
    }

    private record Attempt(@Nullable HttpResponse<byte[]> answer) {

        String inWords() {
            return answer == null ? "did not answer" : "answered " + answer.statusCode();
        }
    }
}

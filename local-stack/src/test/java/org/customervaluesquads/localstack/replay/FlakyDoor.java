package org.customervaluesquads.localstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.customervaluesquads.contracts.MessageJson;

/** A batch door over HTTP that answers as it is told; afterwards it accepts what has an id. */
final class FlakyDoor implements AutoCloseable {

    /** Says nothing and hangs up. */
    static final int HANGS_UP = 0;

    final List<JsonNode> accepted = new ArrayList<>();
    final List<String> registered = new ArrayList<>();
    private final Deque<Integer> answers;
    private final HttpServer server;

    FlakyDoor(Integer... firstAnswers) throws IOException {
        this.answers = new ArrayDeque<>(List.of(firstAnswers));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/signals/batch", this::batch);
        server.createContext("/sources/", this::source);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void batch(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Integer status = answers.poll();
        if (status == null) {
            answer(exchange, 202, judge(body));
        } else if (status == HANGS_UP) {
            exchange.close();
        } else {
            exchange.getResponseHeaders().set("Retry-After", "0");
            answer(exchange, status, "{\"title\":\"no\",\"detail\":\"not today\"}");
        }
    }

    private String judge(String body) {
        List<String> verdicts = new ArrayList<>();
        int rejected = 0;
        for (String line : body.lines().toList()) {
            JsonNode signal = read(line);
            if (signal.has("id")) {
                accepted.add(signal);
                verdicts.add("{\"id\":\"%s\",\"verdict\":\"accepted\"}"
                        .formatted(signal.get("id").asText()));
            } else {
                rejected++;
                verdicts.add(
                        "{\"id\":null,\"verdict\":\"rejected\",\"errors\":[{\"field\":\"id\",\"reason\":\"is missing\"}]}");
            }
        }
        return "{\"accepted\":%d,\"rejected\":%d,\"verdicts\":%s}"
                .formatted(verdicts.size() - rejected, rejected, verdicts);
    }

    private void source(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            registered.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
        answer(exchange, registered.isEmpty() ? 404 : 200, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static JsonNode read(String line) {
        try {
            return MessageJson.mapper().readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

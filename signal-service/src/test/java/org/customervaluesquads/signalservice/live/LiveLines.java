package org.customervaluesquads.signalservice.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The lines that somebody hears who listens. */
final class LiveLines {

    private static final Duration SOON = Duration.ofSeconds(30);

    private LiveLines() {}

    /** Those of an address, from when it is said that nothing is missed; more come while it is listened to. */
    static Queue<String> of(HttpClient client, String address) {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        client.sendAsync(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
        await().atMost(SOON).untilAsserted(() -> assertThat(lines).contains("event:listening"));
        return lines;
    }

    /** The data of the events of this name that are about a signal. */
    static List<String> told(Queue<String> lines, String event, String id) {
        List<String> all = List.copyOf(lines);
        return all.stream()
                .filter(line -> line.startsWith("data:") && line.contains("\"id\":\"" + id + "\""))
                .filter(line -> line.contains("\"fate\":\"" + event + "\""))
                .toList();
    }
}

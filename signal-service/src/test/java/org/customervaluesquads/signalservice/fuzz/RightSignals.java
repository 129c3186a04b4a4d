package org.customervaluesquads.signalservice.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.contracts.Topics;

/** Signals that are right, sent through one door after the other; all of one customer, of whom nothing else tells. */
final class RightSignals {

    private static final String CUSTOMER = "ann-is-right";

    private final Requests requests;
    private final FuzzedInbox inbox;
    private final Map<String, String> authorized;
    private final Set<String> sent = new LinkedHashSet<>();

    RightSignals(Requests requests, FuzzedInbox inbox, Map<String, String> authorized) {
        this.requests = requests;
        this.inbox = inbox;
        this.authorized = authorized;
    }

    /** The ids of all that were sent. */
    Set<String> sent() {
        return sent;
    }

    void sendOne() throws IOException, InterruptedException {
        int nr = sent.size();
        String id = id();
        byte[] signal = signal(id);
        switch (nr % 8) {
            case 0 -> accepted("/signals", FuzzedDoors.JSON, Map.of(), signal);
            case 1 -> accepted("/v1/track", FuzzedDoors.JSON, authorized, right(FuzzedDoors.MESSAGE, "m-1", id));
            case 2 -> accepted("/signals/batch", FuzzedDoors.JSON, Map.of("Content-Encoding", "gzip"), zipped(signal));
            case 3 -> accepted("/signals", "application/cloudevents+json", Map.of(), event(id));
            case 4 ->
                accepted(
                        "/signals",
                        FuzzedDoors.JSON,
                        FuzzedDoors.attributes(id),
                        right("{\"customer\": {\"id\": \"ann\"}}"));
            case 5 ->
                accepted(
                        "/sources/fuzz-shop/events",
                        FuzzedDoors.JSON,
                        Map.of(),
                        right(FuzzedDoors.OWN_EVENT, "e-1", id));
            case 6 -> inbox.put(nr / 8 % Topics.PARTITIONS, signal, Map.of());
            default -> {
                Map<String, String> headers = new HashMap<>();
                FuzzedDoors.attributes(id).forEach((name, value) -> headers.put(name.replace('-', '_'), value));
                inbox.put(nr / 8 % Topics.PARTITIONS, right("{\"customer\": {\"id\": \"ann\"}}"), headers);
            }
        }
    }

    /** Behind everything else, one on each of the inbox's partitions. */
    void sendLast() {
        for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
            inbox.put(partition, signal(id()), Map.of());
        }
    }

    private String id() {
        String id = "right-" + sent.size();
        sent.add(id);
        return id;
    }

    static byte[] signal(String id) {
        return right(FuzzedDoors.SIGNAL, "fuzz", id);
    }

    private static byte[] event(String id) {
        return right(FuzzedDoors.EVENT, "fuzz", id);
    }

    private static byte[] zipped(byte[] signal) throws IOException {
        return Mutator.gzip(("[" + new String(signal, UTF_8) + "]").getBytes(UTF_8));
    }

    private static byte[] right(String form, String oldId, String id) {
        return right(form.replace("\"" + oldId + "\"", "\"" + id + "\""));
    }

    private static byte[] right(String form) {
        return form.replace("\"ann\"", "\"" + CUSTOMER + "\"")
                .replace("phone", CUSTOMER + "-phone")
                .getBytes(UTF_8);
    }

    private void accepted(String path, String type, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        assertThat(requests.send("POST", path, new Mutator.Sent(type, headers, body)))
                .as(path)
                .isIn(200, 202);
    }
}

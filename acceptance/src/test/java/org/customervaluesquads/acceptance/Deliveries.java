package org.customervaluesquads.acceptance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.customervaluesquads.acceptance.Traffic.Sent;
import org.customervaluesquads.contracts.MessageJson;

/** A traffic's batches as its sources deliver them: some sources by the inbox, all others by HTTP. */
final class Deliveries {

    private final PatientClient http;
    private final InboxClient inbox;
    private final Traffic traffic;
    private final int size;
    private final Set<String> byInbox;
    private final Queue<Sent> gathered = new ConcurrentLinkedQueue<>();

    /**
     * Deliveries of at most so many signals.
     *
     * @param byInbox the sources that use the inbox
     */
    Deliveries(Company company, InboxClient inbox, Traffic traffic, int size, Set<String> byInbox) {
        this.http = new PatientClient(company);
        this.inbox = inbox;
        this.traffic = traffic;
        this.size = size;
        this.byInbox = byInbox;
    }

    /** How many batches there are. */
    int count() {
        return Math.ceilDiv(traffic.signals().size(), size);
    }

    /** Returns when what goes by HTTP was accepted; what goes by the inbox is gathered. */
    void send(int batch) throws InterruptedException {
        signalsOf(batch).stream().filter(this::isByInbox).forEach(gathered::add);
        post(signalsOf(batch).stream().filter(sent -> !isByInbox(sent)).toList());
    }

    /** Puts on the inbox at once what was gathered, so that whoever reads it has its hands full; returns when it is there. */
    void putGathered() throws InterruptedException {
        List<Sent> now = new ArrayList<>();
        for (Sent sent = gathered.poll(); sent != null; sent = gathered.poll()) {
            now.add(sent);
        }
        putOnInbox(now);
    }

    /** Sends all of the batch through one door, whichever its signals came through before. */
    void sendAgain(int batch, Random random) throws InterruptedException {
        if (random.nextBoolean()) {
            post(signalsOf(batch));
        } else {
            putOnInbox(signalsOf(batch));
        }
    }

    /** The names of all signals in these batches. */
    Set<String> names(Collection<Integer> batches) {
        Set<String> names = new HashSet<>();
        batches.forEach(batch -> signalsOf(batch).forEach(sent -> names.add(sent.name())));
        return names;
    }

    private List<Sent> signalsOf(int batch) {
        List<Sent> all = traffic.signals();
        return all.subList(batch * size, Math.min((batch + 1) * size, all.size()));
    }

    private boolean isByInbox(Sent sent) {
        return byInbox.contains(sent.json().path("source").asText());
    }

    private void post(List<Sent> signals) throws InterruptedException {
        ArrayNode batch = MessageJson.mapper().createArrayNode();
        signals.forEach(sent -> batch.add(sent.json()));
        http.send(batch.toString());
    }

    /** Every other one as a CloudEvent. */
    private void putOnInbox(List<Sent> signals) throws InterruptedException {
        inbox.send(signals.stream()
                .map(sent -> sent.json().path("id").asText().hashCode() % 2 == 0 ? sent.json() : event(sent.json()))
                .map(ObjectNode::toString)
                .toList());
    }

    private static ObjectNode event(ObjectNode signal) {
        ObjectNode data = signal.deepCopy();
        ObjectNode event = MessageJson.mapper().createObjectNode().put("specversion", "1.0");
        event.set("id", data.remove("id"));
        event.set("source", data.remove("source"));
        event.set("type", data.remove("type"));
        event.set("time", data.remove("occurredAt"));
        event.set("data", data);
        return event;
    }
}

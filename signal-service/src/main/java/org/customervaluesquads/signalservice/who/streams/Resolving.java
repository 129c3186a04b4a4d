package org.customervaluesquads.signalservice.who.streams;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.IdentityJoined;
import org.customervaluesquads.contracts.IdentityStepTaken;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.consent.Consents;
import org.customervaluesquads.signalservice.held.HeldStore;
import org.customervaluesquads.signalservice.who.Known;
import org.customervaluesquads.signalservice.who.Link;
import org.customervaluesquads.signalservice.who.Statements;
import org.customervaluesquads.signalservice.who.Tie;
import org.jspecify.annotations.Nullable;

/** What judged signals and identity steps have in common: where a signal goes, and what a changed link leads to. */
final class Resolving {

    static final String STORE = "who";

    private static final String ORIGIN = "signal-service";
    private static final String STEP = "identity.step";
    private static final String JOINED = "identity.joined";
    private static final String PARTED = "identity.parted";

    private final Serializer<SignalRecorded> signals =
            MessageSerde.of(Topics.SIGNALS).serializer();

    private final Consents consents;
    private final int customersMax;
    private final ProcessorContext<String, Object> context;
    private final HeldStore<String, Known> store;

    Resolving(Consents consents, int customersMax, ProcessorContext<String, Object> context) {
        this.consents = consents;
        this.customersMax = customersMax;
        this.context = context;
        this.store = context.getStateStore(STORE);
    }

    Known known(String key) {
        return Objects.requireNonNullElse(store.take(key), Known.NOTHING);
    }

    void keep(String key, Known known) {
        if (known.equals(Known.NOTHING)) {
            store.delete(key);
        } else {
            store.put(key, known);
        }
    }

    /**
     * Publishes a signal under whoever it is about, and has it scored; without the consent that its region demands it is
     * published as about nobody, and goes nowhere else.
     *
     * @param part of the customer's whose signal it is; null for the customer's own
     */
    Known derive(Record<String, ?> cause, Known known, @Nullable Part part, SignalRecorded came) {
        String key = cause.key();
        Known now = Statements.applied(came, known);
        String customer = SignalRecorded.isAnonymous(key) ? null : key;
        SignalRecorded signal =
                came.of(customer, now.account() == null ? null : now.account().id());
        Set<String> lacked = consents.lackedBy(signal, now);
        if (!lacked.isEmpty()) {
            withhold(cause, signal, "lacks consent to " + String.join(", ", lacked));
            return now;
        }
        Record<String, byte[]> resolved = new Record<>(
                key, signals.serialize(Topics.SIGNALS.name(), signal), cause.timestamp(), headersOf(cause));
        if (part != null) {
            CloudEventHeaders.write(resolved.headers(), CloudEventHeaders.SUBJECT, part.subject());
        }
        context.forward(widened(resolved), Ways.PUBLISH_SIGNALS);
        if (now.hasParts()) {
            move(cause, new Move.Heard(part, signal));
        } else {
            context.forward(widened(resolved), Ways.SCORE_INTENTS);
        }
        return consents.isDemandedOf(signal) && now.consent() == null ? now.consentingBy(signal.source()) : now;
    }

    /** Publishes a signal as about nobody. */
    void withhold(Record<String, ?> cause, SignalRecorded signal, String why) {
        SignalRecorded nobodys = signal.ofNobody();
        Headers headers = headersOf(cause);
        CloudEventHeaders.write(headers, CloudEventHeaders.WITHHELD, why);
        context.forward(
                new Record<String, Object>(
                        nobodys.key(), signals.serialize(Topics.SIGNALS.name(), nobodys), cause.timestamp(), headers),
                Ways.PUBLISH_SIGNALS);
    }

    /** Tells each customer how the subject stands to it now, and moves the subject's state to where it belongs. */
    Known settle(Record<String, ?> cause, Known before, Known after) {
        Map<String, Tie.State> standings = after.standings(customersMax);
        Known settled = after.ownedBy(ownerIn(standings), place());
        tell(cause, before.standings(customersMax), standings, settled);
        String owner = settled.owner();
        if (Objects.equals(owner, after.owner())) {
            return settled;
        }
        String key = cause.key();
        if (after.owner() != null) {
            send(cause, after.owner(), Steps.leave(key, after.owner(), now(), settled.life()));
        }
        Link link = owner == null ? null : linkTo(owner, after);
        publish(cause, owner, link);
        if (owner != null && link != null) {
            move(cause, new Move.HandedOver(Steps.join(key, owner, link, after.consent(), settled.life())));
        }
        return settled;
    }

    private void tell(Record<String, ?> cause, Map<String, Tie.State> was, Map<String, Tie.State> now, Known settled) {
        now.forEach((customer, standing) -> {
            if (was.get(customer) != standing) {
                Link link = linkTo(customer, settled);
                send(cause, customer, Steps.note(cause.key(), customer, link, standing));
            }
        });
    }

    private static @Nullable String ownerIn(Map<String, Tie.State> standings) {
        return standings.entrySet().stream()
                .filter(standing -> standing.getValue() == Tie.State.JOINED)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static Link linkTo(String customer, Known known) {
        return Objects.requireNonNull(known.links().byCustomer().get(customer));
    }

    /**
     * Where in the log that which is worked on stands. Only signals of the same pack stand there too, and between those of
     * one subject no life ends: it is erased by a step, which stands elsewhere.
     */
    private String place() {
        RecordMetadata place = context.recordMetadata().orElseThrow();
        return place.topic() + "/" + place.offset();
    }

    void send(Record<String, ?> cause, String to, IdentityStepTaken step) {
        Headers headers = headersOf(cause);
        if (step.kind() != IdentityStepTaken.Kind.HEAR) {
            String id = String.join("/", step.by(), step.kind().name(), step.subject(), to);
            CloudEventHeaders.write(headers, id, ORIGIN, STEP, step.at());
        }
        context.forward(new Record<String, Object>(to, step, cause.timestamp(), headers), Ways.SEND_IDENTITY_STEPS);
    }

    void move(Record<String, ?> cause, Move move) {
        context.forward(
                new Record<String, Object>(cause.key(), move, cause.timestamp(), cause.headers()), Ways.SCORE_JOINED);
    }

    /** Publishes whose the subject is; a tombstone when it is nobody's. */
    @SuppressWarnings("NullAway") // a null value is Kafka's tombstone, which its interfaces do not declare
    void publish(Record<String, ?> cause, @Nullable String owner, @Nullable Link link) {
        String subject = cause.key();
        Headers headers = headersOf(cause);
        IdentityJoined joined =
                owner == null || link == null ? null : new IdentityJoined(subject, owner, link.at(), link.by());
        CloudEventHeaders.write(
                headers,
                subject + "/" + owner,
                ORIGIN,
                joined == null ? PARTED : JOINED,
                link == null ? now() : link.at());
        context.forward(
                new Record<String, Object>(subject, joined, cause.timestamp(), headers), Ways.PUBLISH_IDENTITIES);
    }

    Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    private static Headers headersOf(Record<String, ?> cause) {
        return new RecordHeaders(cause.headers());
    }

    private static Record<String, Object> widened(Record<String, byte[]> record) {
        return new Record<>(record.key(), record.value(), record.timestamp(), record.headers());
    }
}

package org.customervaluesquads.signalservice.who.streams;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.IdentityStepTaken;
import org.customervaluesquads.signalservice.erasing.Places;
import org.customervaluesquads.signalservice.who.Known;
import org.customervaluesquads.signalservice.who.Links;

/**
 * Forgets a customer and everybody who is joined to it, from one partition to the next.
 *
 * <p>What was said of somebody else stays: a device that belongs to another customer is only no longer said to be the
 * erased one's. A signal that comes later finds nothing, and starts anew.
 */
final class Forgetting {

    private static final String ORIGIN = "signal-service";
    private static final String TYPE = "erasure.recorded";

    private final Resolving resolving;
    private final ProcessorContext<String, Object> context;

    Forgetting(Resolving resolving, ProcessorContext<String, Object> context) {
        this.resolving = resolving;
        this.context = context;
    }

    /** What remains known under this key. In a ring of ids the step ends where nothing is known any more. */
    Known forget(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        String key = record.key();
        String owner = known.owner();
        String erasureId = Objects.requireNonNull(step.erasureId());
        if (step.subject().equals(step.customerId())) {
            if (step.hops() == 0) {
                publish(record, Places.answered(erasureId, key, resolving.now()));
            }
            if (owner != null) {
                publish(record, Places.askedOf(erasureId, owner, resolving.now()));
                IdentityStepTaken whole = Steps.erase(owner, owner, step.at(), erasureId);
                resolving.send(record, owner, Steps.passedOn(whole, key, owner));
            }
            return forgotten(record, step, known, known.links());
        }
        Known rest = known.with(known.links().without(step.customerId()));
        if (step.customerId().equals(owner)) {
            return forgotten(record, step, known, rest.links());
        }
        publish(record, Places.leftOf(erasureId, key, resolving.now()));
        return resolving.settle(record, known, rest);
    }

    private Known forgotten(
            Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known, Links links) {
        String key = record.key();
        String erasureId = Objects.requireNonNull(step.erasureId());
        resolving.move(record, new Move.Erased());
        for (String subject : known.ties().keySet()) {
            publish(record, Places.askedOf(erasureId, subject, resolving.now()));
            resolving.send(record, subject, Steps.erase(subject, key, step.at(), erasureId));
        }
        boolean itself = step.subject().equals(step.customerId());
        if (itself) {
            untie(record, step, known);
        }
        if (known.owner() != null) {
            resolving.publish(record, null, null);
        }
        for (ErasureRecorded place : Places.of(erasureId, key, resolving.now())) {
            publish(record, place);
        }
        return itself ? Known.NOTHING : resolving.settle(record, Known.NOTHING, Known.NOTHING.with(links));
    }

    /** Whoever was said to be the erased one, and is not, has it in the merge log none the less. */
    private void untie(Record<String, IdentityStepTaken> record, IdentityStepTaken step, Known known) {
        for (String customer : known.links().byCustomer().keySet()) {
            resolving.send(record, customer, Steps.untie(record.key(), customer, step.at(), step.by()));
        }
    }

    private void publish(Record<String, IdentityStepTaken> cause, ErasureRecorded place) {
        RecordHeaders headers = new RecordHeaders(cause.headers());
        Instant at = place.at();
        CloudEventHeaders.write(headers, place.key() + "/" + place.state(), ORIGIN, TYPE, at);
        context.forward(
                new Record<String, Object>(place.key(), place, cause.timestamp(), headers), Ways.PUBLISH_ERASURES);
    }
}

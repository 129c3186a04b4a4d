package org.customervaluesquads.signalservice.who.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.IdentityStepTaken;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.erasing.Places;
import org.customervaluesquads.signalservice.intake.kafka.SignalLog;
import org.customervaluesquads.signalservice.who.streams.Steps;

/** Asks for steps from outside the topology; what is asked is in the log when it is answered. */
@ApplicationScoped
public class AskingSteps {

    private static final String ORIGIN = "signal-service";

    private final SignalLog log;
    private final Clock clock;
    private final String prefix;

    AskingSteps(SignalLog log, Clock clock, SignalServiceConfig config) {
        this.log = log;
        this.clock = clock;
        this.prefix = config.prefix();
    }

    /** Asks that subjects be put back that were joined to a customer. */
    public CompletionStage<Void> unmerge(String customer, List<String> subjects) {
        String request = UUID.randomUUID().toString();
        return log.append(subjects.stream()
                .map(subject -> step(customer, Steps.unmerge(subject, customer, clock.instant(), request)))
                .toList());
    }

    /** Asks that a customer be forgotten. */
    public CompletionStage<Void> erase(String customer, String erasureId) {
        ErasureRecorded requested = Places.requested(erasureId, customer, clock.instant());
        ProducerRecord<String, byte[]> request = record(Topics.ERASURES, requested.key(), requested);
        CloudEventHeaders.write(request.headers(), erasureId, ORIGIN, "erasure.asked", requested.at());
        return log.append(List.of(request, step(customer, Steps.erase(customer, customer, requested.at(), erasureId))));
    }

    private ProducerRecord<String, byte[]> step(String key, IdentityStepTaken step) {
        ProducerRecord<String, byte[]> record = record(Topics.IDENTITY_STEPS, key, step);
        String id = step.by() + "/" + step.kind() + "/" + step.subject();
        CloudEventHeaders.write(record.headers(), id, ORIGIN, "identity.step", step.at());
        return record;
    }

    private <V> ProducerRecord<String, byte[]> record(Topic<V> topic, String key, V message) {
        return new ProducerRecord<>(
                topic.in(prefix), key, MessageSerde.of(topic).serializer().serialize(topic.name(), message));
    }
}

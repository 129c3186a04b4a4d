package org.customervaluesquads.metricsservice.identities.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.customervaluesquads.contracts.IdentityJoined;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.identities.store.Identities;
import org.customervaluesquads.metricsservice.listening.kafka.SkippedRecords;
import org.customervaluesquads.metricsservice.listening.kafka.WhileTheDatabaseIsAway;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows whose each device is; a tombstone says that it is nobody's any more. */
@ApplicationScoped
class IdentitiesConsumer {

    private final Deserializer<IdentityJoined> deserializer =
            MessageSerde.of(Topics.IDENTITIES).deserializer();
    private final Identities identities;

    IdentitiesConsumer(Identities identities) {
        this.identities = identities;
    }

    @Incoming("identities")
    @Blocking
    @Retry(maxRetries = WhileTheDatabaseIsAway.RETRIES, delay = WhileTheDatabaseIsAway.PAUSE_MILLIS)
    void follow(ConsumerRecords<byte[], byte[]> batch) {
        Map<String, Optional<String>> newest = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> entry : batch) {
            take(entry, newest);
        }
        identities.follow(newest);
    }

    private void take(ConsumerRecord<byte[], byte[]> entry, Map<String, Optional<String>> newest) {
        if (entry.key() == null) {
            skip(entry, "has no key");
            return;
        }
        String subject = new String(entry.key(), UTF_8);
        try {
            IdentityJoined joined = deserializer.deserialize(entry.topic(), entry.value());
            Optional<String> customer = Optional.ofNullable(joined).map(IdentityJoined::customerId);
            boolean lacking = joined != null && customer.isEmpty();
            if (lacking
                    || !StorableText.is(subject)
                    || !customer.map(StorableText::is).orElse(true)) {
                skip(entry, "lacks a customer or a text that can be kept");
            } else {
                newest.put(subject, customer);
            }
        } catch (SerializationException unreadable) {
            skip(entry, String.valueOf(unreadable.getMessage()));
        }
    }

    private static void skip(ConsumerRecord<byte[], byte[]> entry, String reason) {
        SkippedRecords.skip("identities", entry.topic(), entry.partition(), entry.offset(), reason);
    }
}

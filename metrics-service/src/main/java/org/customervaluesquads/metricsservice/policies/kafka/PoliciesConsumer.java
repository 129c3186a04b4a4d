package org.customervaluesquads.metricsservice.policies.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.listening.kafka.ReadableRecords;
import org.customervaluesquads.metricsservice.listening.kafka.WhileTheDatabaseIsAway;
import org.customervaluesquads.metricsservice.policies.store.PolicyLayers;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps the layers of policies that are published. */
@ApplicationScoped
class PoliciesConsumer {

    private final ReadableRecords<PolicyLayerPublished> records =
            ReadableRecords.of("policies", Topics.POLICIES, PoliciesConsumer::flaw);
    private final PolicyLayers layers;

    PoliciesConsumer(PolicyLayers layers) {
        this.layers = layers;
    }

    @Incoming("policies")
    @Blocking
    @Retry(maxRetries = WhileTheDatabaseIsAway.RETRIES, delay = WhileTheDatabaseIsAway.PAUSE_MILLIS)
    void keep(ConsumerRecords<byte[], byte[]> batch) {
        records.in(batch).forEach(layers::keep);
    }

    private static Optional<String> flaw(@Nullable PolicyLayerPublished layer) {
        return layer == null || layer.level() == null || layer.name() == null || layer.values() == null
                ? Optional.of("lacks what a layer of policies must have")
                : Optional.empty();
    }
}

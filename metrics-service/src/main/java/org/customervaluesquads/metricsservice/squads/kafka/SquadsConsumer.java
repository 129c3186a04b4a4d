package org.customervaluesquads.metricsservice.squads.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.listening.kafka.ReadableRecords;
import org.customervaluesquads.metricsservice.listening.kafka.WhileTheDatabaseIsAway;
import org.customervaluesquads.metricsservice.policies.store.PolicyLayers;
import org.customervaluesquads.metricsservice.squads.store.KeepingSquads;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps the squads that are published. */
@ApplicationScoped
class SquadsConsumer {

    private final ReadableRecords<SquadPublished> records =
            ReadableRecords.of("squads", Topics.SQUADS, SquadsConsumer::flaw);
    private final KeepingSquads keeping;
    private final PolicyLayers layers;

    SquadsConsumer(KeepingSquads keeping, PolicyLayers layers) {
        this.keeping = keeping;
        this.layers = layers;
    }

    @Incoming("squads")
    @Blocking
    @Retry(maxRetries = WhileTheDatabaseIsAway.RETRIES, delay = WhileTheDatabaseIsAway.PAUSE_MILLIS)
    void keep(ConsumerRecords<byte[], byte[]> batch) {
        for (SquadPublished squad : records.in(batch)) {
            keeping.keep(squad);
            layers.settle(squad.squadId());
        }
    }

    private static Optional<String> flaw(@Nullable SquadPublished squad) {
        if (squad == null) {
            return Optional.of("is empty");
        }
        return squad.squadId() == null
                        || squad.scope() == null
                        || squad.costs() == null
                        || squad.name() == null
                        || squad.stage() == null
                        || squad.formedAt() == null
                ? Optional.of("lacks what a squad must have")
                : Optional.empty();
    }
}

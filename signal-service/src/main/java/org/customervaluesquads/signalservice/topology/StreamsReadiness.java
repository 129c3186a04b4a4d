package org.customervaluesquads.signalservice.topology;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the topology runs; before that neither sources nor squads are known, and no intent can be read. Where threads
 * die again and again it runs between their deaths, and gets nowhere.
 */
@Readiness
@ApplicationScoped
class StreamsReadiness implements HealthCheck {

    private final KafkaStreams streams;

    private final ReplaceSomeThreads threads;

    StreamsReadiness(KafkaStreams streams, ReplaceSomeThreads threads) {
        this.streams = streams;
        this.threads = threads;
    }

    @Override
    public HealthCheckResponse call() {
        boolean unsettled = threads.isUnsettled();
        return HealthCheckResponse.named("the topology runs")
                .status(streams.state() == KafkaStreams.State.RUNNING && !unsettled)
                .withData("threadsDieAgainAndAgain", unsettled)
                .withData("state", streams.state().name())
                .build();
    }
}

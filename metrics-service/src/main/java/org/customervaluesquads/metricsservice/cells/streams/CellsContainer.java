package org.customervaluesquads.metricsservice.cells.streams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.customervaluesquads.metricsservice.MetricsSettings;

/** What the container that runs the topology must know: the only class here that knows the container. */
@ApplicationScoped
class CellsContainer {

    @Produces
    @Singleton
    Topology topology(MetricsSettings settings) {
        return CellsTopology.of(settings.topicPrefix().orElse(""));
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler replacingThreads(Clock clock) {
        return new ReplacingThreads(clock);
    }
}

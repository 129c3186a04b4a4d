package org.customervaluesquads.signalservice.topology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.customervaluesquads.signalservice.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Whether this instance has read the tables that it follows. Kafka Streams reads them whole before it runs for the first
 * time; later, while partitions move, they stay readable.
 */
@ApplicationScoped
public class CatchingUp implements KafkaStreams.StateListener {

    private volatile boolean caughtUp;

    @Override
    public void onChange(State now, State before) {
        if (now == State.RUNNING) {
            caughtUp = true;
        }
    }

    /** Whether what this instance knows of sources and squads is whole. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @OnceCaughtUp
    @ServerRequestFilter
    Optional<Response> waitUntilCaughtUp() {
        return caughtUp
                ? Optional.empty()
                : Optional.of(Problems.unavailable("the sources and squads are being read; try again")
                        .toResponse());
    }
}

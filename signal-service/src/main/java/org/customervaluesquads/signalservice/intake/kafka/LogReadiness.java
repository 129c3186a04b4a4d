package org.customervaluesquads.signalservice.intake.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the doors' producer has found its topics; from then on it keeps what it knows of them. */
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {

    private final SignalLog log;
    private final List<String> topics;

    LogReadiness(SignalLog log, SignalServiceConfig config) {
        this.log = log;
        this.topics = Stream.of(
                        Topics.SIGNALS_JUDGED,
                        Topics.SIGNALS_REJECTED,
                        Topics.SOURCES,
                        Topics.TEXT_EXAMPLES,
                        Topics.IDENTITY_STEPS,
                        Topics.ERASURES,
                        Topics.INTENT_CATALOGUE,
                        Topics.INTENT_MODELS)
                .map(topic -> topic.in(config.prefix()))
                .toList();
    }

    /** Asks at once, and not when somebody asks for it first: the first signal must find the topics known. */
    void askAtTheStart(@Observes StartupEvent started) {
        topics.forEach(log::knows);
    }

    @Override
    public HealthCheckResponse call() {
        List<String> missing =
                topics.stream().filter(topic -> !log.knows(topic)).toList();
        return HealthCheckResponse.named("the log is known")
                .status(missing.isEmpty())
                .withData("missing", String.join(", ", missing))
                .build();
    }
}

package org.customervaluesquads.signalservice.topology;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.Topology;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.consent.ConsentPolicies;
import org.customervaluesquads.signalservice.erasing.Erasures;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.sources.Sources;
import org.customervaluesquads.signalservice.squads.SquadScopes;

/** Hands the topology, and the views that it keeps up to date, to the container that runs it. */
@ApplicationScoped
class RunningTopology {

    /** Topics must be there before anything is produced to them or streamed from them. */
    private static final int BEFORE_ALL_OTHERS = Interceptor.Priority.PLATFORM_BEFORE;

    private static final int EXIT_CODE = 1;

    private static final List<Topic<?>> TOPICS = List.of(
            Topics.SQUADS,
            Topics.SOURCES,
            Topics.TEXT_EXAMPLES,
            Topics.SIGNALS_INBOX,
            Topics.SIGNALS_JUDGED,
            Topics.SIGNALS,
            Topics.POLICIES,
            Topics.IDENTITY_STEPS,
            Topics.IDENTITIES,
            Topics.ERASURES,
            Topics.SIGNALS_REJECTED,
            Topics.INTENTS,
            Topics.SQUAD_INTENTS,
            Topics.ACCOUNT_SIGNALS,
            Topics.ACCOUNT_INTENTS,
            Topics.INTENT_CATALOGUE,
            Topics.INTENT_MODELS,
            Topics.INTENT_LESSONS);

    void createTopics(
            @Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start,
            SignalServiceConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        try (Admin admin = Admin.create(kafka)) {
            Topics.createMissing(admin, config.prefix(), config.topicReplicas(), TOPICS);
        }
    }

    @Produces
    @Singleton
    Topology topology(
            SignalServiceConfig config,
            Weighings weighings,
            Sources sources,
            SquadScopes squads,
            ConsentPolicies policies,
            Erasures erasures) {
        return SignalTopology.build(
                new SignalTopology.Settings(
                        config.prefix(), config.duplicateWindow(), config.customersPerDevice(), config.learning()),
                new SignalTopology.Views(sources, squads, policies, erasures, weighings));
    }

    @Produces
    @Singleton
    ReplaceSomeThreads whenAThreadDies(Clock clock) {
        return new ReplaceSomeThreads(clock, RunningTopology::pause, () -> Quarkus.asyncExit(EXIT_CODE));
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

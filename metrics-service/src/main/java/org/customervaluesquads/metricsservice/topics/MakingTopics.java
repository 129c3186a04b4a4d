package org.customervaluesquads.metricsservice.topics;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.MetricsSettings;

/** Makes the topics that are not there yet, before anybody reads or writes them. */
@ApplicationScoped
class MakingTopics {

    private static final List<Topic<?>> NEEDED = List.of(
            Topics.SQUADS,
            Topics.SQUAD_EVENTS,
            Topics.POLICIES,
            Topics.SIGNALS,
            Topics.IDENTITIES,
            Topics.ERASURES,
            Topics.INTENTS,
            Topics.ENGAGEMENT_CELLS,
            Topics.SQUAD_METRICS,
            Topics.CYCLE_EVIDENCE);

    void make(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent starting,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            MetricsSettings settings) {
        try (Admin admin = Admin.create(broker)) {
            Topics.createMissing(admin, settings.topicPrefix().orElse(""), settings.topicReplicas(), NEEDED);
        }
    }
}

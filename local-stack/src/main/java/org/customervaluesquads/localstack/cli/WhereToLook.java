package org.customervaluesquads.localstack.cli;

import java.util.List;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.localstack.stack.RunningStack;
import org.customervaluesquads.localstack.stack.Service;

/** Where a newcomer finds more. */
final class WhereToLook {

    private WhereToLook() {}

    static List<String> in(RunningStack stack, String squad) {
        String title = "── Where to look ";
        return List.of(
                "",
                title + "─".repeat(100 - title.length()),
                "   squads    " + stack.url(Service.SQUAD) + "/q/swagger-ui",
                "   signals   " + stack.url(Service.SIGNAL) + "/q/swagger-ui",
                "   metrics   " + stack.url(Service.METRICS) + "/q/swagger-ui",
                "   intents   curl '" + stack.url(Service.SIGNAL) + "/squads/" + squad + "/intents?limit=5'",
                "   changes   curl -N '" + stack.url(Service.METRICS) + "/stream/squad-metrics?squad=" + squad + "'",
                "   topics    %s, %s, %s, %s on %s"
                        .formatted(
                                Topics.SIGNALS.name(),
                                Topics.INTENTS.name(),
                                Topics.SQUAD_INTENTS.name(),
                                Topics.SQUAD_METRICS.name(),
                                stack.bootstrapServers()),
                "   database  psql " + stack.jdbcUrl("metrics").substring("jdbc:".length()) + " -U squads",
                "   logs      " + stack.folder().logs());
    }
}

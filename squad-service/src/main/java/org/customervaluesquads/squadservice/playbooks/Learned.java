package org.customervaluesquads.squadservice.playbooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.customervaluesquads.squadservice.cycles.Cycle;
import org.customervaluesquads.squadservice.cycles.Verdict;
import org.customervaluesquads.squadservice.playbooks.Playbook.MetricTarget;
import org.customervaluesquads.squadservice.playbooks.Playbook.PlayedCycle;
import org.customervaluesquads.squadservice.squads.Mission;

/** What can be read from the mission and the cycles of a squad for those who begin elsewhere. */
final class Learned {

    private Learned() {}

    /** The mission's metric, those of cycles that were kept, and further ones, each once. */
    static List<MetricTarget> metrics(Mission mission, List<Cycle> concluded, List<MetricTarget> further) {
        Map<String, MetricTarget> metrics = new LinkedHashMap<>();
        String outcomeMetric = mission.outcomeMetric();
        if (outcomeMetric != null) {
            metrics.put(outcomeMetric, new MetricTarget(outcomeMetric, mission.target()));
        }
        further.forEach(metric -> metrics.putIfAbsent(metric.metric(), metric));
        concluded.stream()
                .filter(cycle -> is(cycle, Verdict.Choice.KEEP))
                .map(cycle -> cycle.plan().primaryMetric())
                .forEach(metric -> metrics.putIfAbsent(metric, new MetricTarget(metric, null)));
        return List.copyOf(metrics.values());
    }

    /** The lessons, in the order in which the cycles were planned. */
    static List<String> lessons(List<Cycle> concluded) {
        return concluded.stream().map(Learned::lesson).distinct().toList();
    }

    /** The cycles with this verdict. */
    static List<PlayedCycle> played(List<Cycle> concluded, Verdict.Choice choice) {
        return concluded.stream()
                .filter(cycle -> is(cycle, choice))
                .map(cycle -> new PlayedCycle(
                        cycle.id(), cycle.plan().hypothesis(), cycle.plan().change(), lesson(cycle)))
                .toList();
    }

    private static boolean is(Cycle cycle, Verdict.Choice choice) {
        return Objects.requireNonNull(cycle.verdict()).choice() == choice;
    }

    private static String lesson(Cycle cycle) {
        return Objects.requireNonNull(cycle.verdict()).lesson();
    }
}

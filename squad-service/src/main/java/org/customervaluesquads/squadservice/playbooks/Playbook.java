package org.customervaluesquads.squadservice.playbooks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.decisions.Right;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.customervaluesquads.squadservice.squads.Mission;
import org.jspecify.annotations.Nullable;

/**
 * What a proven squad hands on, as it was when it was written; another edition is another playbook.
 *
 * @param generation of the squad that wrote it: one for a squad with no origin
 */
public record Playbook(UUID id, UUID squadId, int generation, String name, Instant writtenAt, Method method) {

    /**
     * How the squad works.
     *
     * @param cadence in which rhythm it works
     * @param skills what was asked of the squad: the central team's list as it refined it
     * @param kept cycles whose change is worth repeating
     * @param dropped cycles that need not be tried again
     */
    public record Method(
            Mission mission,
            String cadence,
            List<SkillRequirement> skills,
            List<Right> rights,
            String otherwise,
            int mostFailed,
            int failureDays,
            List<MetricTarget> metrics,
            List<String> lessons,
            List<PlayedCycle> kept,
            List<PlayedCycle> dropped) {}

    /** A metric that the squad looks at, and what it is to reach. */
    public record MetricTarget(String metric, @Nullable BigDecimal target) {}

    /** A cycle that was run, and what was learned. */
    public record PlayedCycle(UUID cycleId, String hypothesis, String change, String lesson) {}
}

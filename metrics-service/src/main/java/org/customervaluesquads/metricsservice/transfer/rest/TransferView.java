package org.customervaluesquads.metricsservice.transfer.rest;

import java.util.List;
import org.customervaluesquads.metricsservice.ledger.LedgerMetric;
import org.customervaluesquads.metricsservice.statistics.Shown;
import org.customervaluesquads.metricsservice.transfer.Transfer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a playbook's effect carries over. */
public record TransferView(
        String playbookId,
        String metric,

        @Schema(description = "carried-over, reversed, not-shown or nothing-to-carry.")
        String outcome,

        @Schema(description = "The answer in plain words.") String sentence,

        @Schema(description = "The first one is that whose playbook it is.")
        List<GenerationView> generations,

        List<SquadEffectView> squads,

        @Schema(description = "Squads of whom no impact can be told, and why.")
        List<UntoldView> untold) {

    static TransferView of(String playbookId, LedgerMetric metric, Transfer transfer, List<UntoldView> untold) {
        return new TransferView(
                playbookId,
                metric.name(),
                transfer.outcome().word(),
                transfer.sentence(),
                transfer.generations().stream()
                        .map(its -> new GenerationView(
                                its.generation(),
                                its.squads(),
                                its.lift(),
                                Shown.Ends.of(its.interval()),
                                its.spread()))
                        .toList(),
                transfer.effects().stream()
                        .map(its ->
                                new SquadEffectView(its.squadId(), its.generation(), its.lift(), its.standardError()))
                        .toList(),
                untold);
    }

    /** The squads of one generation together. */
    public record GenerationView(int generation, int squads, double lift, Shown.Ends interval, double spread) {}

    /** One squad's effect, as a lift. */
    public record SquadEffectView(String squadId, int generation, double lift, double standardError) {}

    /** A squad of whom no impact can be told. */
    public record UntoldView(String squadId, String reason) {}
}

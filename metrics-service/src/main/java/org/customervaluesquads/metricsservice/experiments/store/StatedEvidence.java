package org.customervaluesquads.metricsservice.experiments.store;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.customervaluesquads.contracts.CycleEvidenceStated;
import org.customervaluesquads.metricsservice.experiments.Arm;
import org.customervaluesquads.metricsservice.experiments.Comparison;
import org.customervaluesquads.metricsservice.experiments.CycleProof;
import org.customervaluesquads.metricsservice.experiments.Evidence;
import org.customervaluesquads.metricsservice.experiments.Measured;
import org.customervaluesquads.metricsservice.experiments.SquadCycle;
import org.customervaluesquads.metricsservice.statistics.Gauss;
import org.customervaluesquads.metricsservice.statistics.Interval;
import org.jspecify.annotations.Nullable;

/** Evidence as the topic has it. */
final class StatedEvidence {

    private static final MathContext PRECISION = new MathContext(12);
    private static final String METHOD = "confidence-sequence";

    private StatedEvidence() {}

    static CycleEvidenceStated of(SquadCycle cycle, CycleProof.Shown shown, long revision) {
        Evidence evidence = shown.evidence();
        boolean anybody = evidence.arms().stream().anyMatch(arm -> arm.moments().n() > 0);
        return new CycleEvidenceStated(
                cycle.cycleId(),
                cycle.squadId(),
                cycle.metric(),
                shown.unit(),
                METHOD,
                evidence.arms().stream()
                        .map(arm -> variant(arm, shown.plan().alpha()))
                        .toList(),
                comparisons(evidence),
                anybody ? decimal(evidence.sampleRatioP()) : null,
                evidence.guardrails().stream()
                        .map(guardrail -> new CycleEvidenceStated.Guardrail(
                                guardrail.metric(),
                                guardrail.state().word(),
                                guardrail.value() == null ? null : decimal(guardrail.value())))
                        .toList(),
                evidence.advice().word(),
                shown.asOf(),
                revision);
    }

    private static CycleEvidenceStated.Shown variant(Arm arm, double alpha) {
        Measured measured = arm.moments().measured();
        double half = Gauss.quantile(1 - alpha / 2) * Math.sqrt(measured.variance() / Math.max(1, measured.n()));
        boolean bounded = measured.n() > 1;
        return new CycleEvidenceStated.Shown(
                arm.name(),
                measured.n(),
                measured.n() == 0 ? null : decimal(measured.mean()),
                bounded ? decimal(measured.mean() - half) : null,
                bounded ? decimal(measured.mean() + half) : null);
    }

    /** Those whose sequence has begun: before, there are no bounds to state. */
    private static List<CycleEvidenceStated.Comparison> comparisons(Evidence evidence) {
        return evidence.comparisons().stream()
                .filter(comparison -> Double.isFinite(interval(comparison).lower()))
                .map(comparison -> new CycleEvidenceStated.Comparison(
                        comparison.variant(),
                        comparison.against(),
                        decimal(comparison.difference().effect().estimate()),
                        decimal(interval(comparison).lower()),
                        decimal(interval(comparison).upper()),
                        lift(comparison)))
                .toList();
    }

    private static Interval interval(Comparison comparison) {
        return comparison.difference().atEveryLook().interval();
    }

    private static @Nullable BigDecimal lift(Comparison comparison) {
        return comparison.lift() == null
                ? null
                : decimal(comparison.lift().effect().estimate());
    }

    private static BigDecimal decimal(double number) {
        return BigDecimal.valueOf(number).round(PRECISION);
    }
}

package org.customervaluesquads.squadservice.cycles;

import java.time.Instant;
import java.util.UUID;
import org.customervaluesquads.contracts.CycleEvidenceStated;
import org.jspecify.annotations.Nullable;

/**
 * One short break-fix cycle of a squad.
 *
 * @param version rises by one with each change; evidence that comes is no change
 * @param evidence what the metrics say of its test now
 */
public record Cycle(
        UUID id,
        UUID squadId,
        long version,
        CyclePlan plan,
        CycleState state,
        Instant plannedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Verdict verdict,
        @Nullable CycleEvidenceStated evidence) {

    /** A cycle as it begins. */
    public static Cycle planned(UUID id, UUID squadId, CyclePlan plan, Instant now) {
        return new Cycle(id, squadId, 1, plan, CycleState.PLANNED, now, null, null, null, null);
    }

    CycleOutcome replan(CyclePlan other) {
        return state == CycleState.PLANNED
                ? new CycleOutcome.Done(
                        new Cycle(id, squadId, version + 1, other, state, plannedAt, null, null, null, evidence))
                : new CycleOutcome.WrongState(state, CycleState.PLANNED);
    }

    CycleOutcome start(Instant now) {
        return state == CycleState.PLANNED
                ? new CycleOutcome.Done(new Cycle(
                        id, squadId, version + 1, plan, CycleState.RUNNING, plannedAt, now, null, null, evidence))
                : new CycleOutcome.WrongState(state, CycleState.PLANNED);
    }

    CycleOutcome cancel(Instant now) {
        return state == CycleState.PLANNED
                ? new CycleOutcome.Done(new Cycle(
                        id, squadId, version + 1, plan, CycleState.CANCELLED, plannedAt, null, now, null, evidence))
                : new CycleOutcome.WrongState(state, CycleState.PLANNED);
    }

    /** Ends it with a verdict, which takes the evidence of now along. */
    CycleOutcome conclude(Verdict given, Instant now) {
        if (state != CycleState.RUNNING) {
            return new CycleOutcome.WrongState(state, CycleState.RUNNING);
        }
        Verdict founded = given.with(evidence);
        return founded.isFounded()
                ? new CycleOutcome.Done(new Cycle(
                        id,
                        squadId,
                        version + 1,
                        plan,
                        CycleState.CONCLUDED,
                        plannedAt,
                        startedAt,
                        now,
                        founded,
                        evidence))
                : new CycleOutcome.Unfounded();
    }

    /** Which variant a customer meets. */
    public Assignment assign(String customerId) {
        return Assignment.of(customerId, plan.salt(), plan.variants());
    }
}

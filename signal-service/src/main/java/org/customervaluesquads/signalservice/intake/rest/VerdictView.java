package org.customervaluesquads.signalservice.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What became of one signal, as the door answers it.
 *
 * @param verdict accepted, or rejected and kept with its reasons, or unauthorized or throttled and to be sent again
 * @param errors why it was not accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerdictView(
        @Nullable String id, String verdict, @Nullable List<Reason> errors) {

    /** The view of a verdict. */
    public static VerdictView from(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> new VerdictView(accepted.signal().id(), "accepted", null);
            case Verdict.Rejected rejected -> new VerdictView(rejected.id(), "rejected", rejected.reasons());
            case Verdict.TurnedAway.KeyMissing missing ->
                new VerdictView(missing.signalId(), "unauthorized", List.of(missing.reason()));
            case Verdict.TurnedAway.OverQuota over ->
                new VerdictView(over.signalId(), "throttled", List.of(over.reason()));
        };
    }
}

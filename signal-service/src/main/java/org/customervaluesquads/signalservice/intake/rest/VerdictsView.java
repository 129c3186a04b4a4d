package org.customervaluesquads.signalservice.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One verdict a signal, in the order in which they were sent.
 *
 * @param turnedAway how many are kept nowhere and have to be sent again; absent if none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerdictsView(
        int accepted, int rejected, @Nullable Integer turnedAway, List<VerdictView> verdicts) {

    static VerdictsView from(List<Verdict> verdicts) {
        int accepted = count(verdicts, Verdict.Accepted.class);
        int away = count(verdicts, Verdict.TurnedAway.class);
        return new VerdictsView(
                accepted,
                verdicts.size() - accepted - away,
                away == 0 ? null : away,
                verdicts.stream().map(VerdictView::from).toList());
    }

    private static int count(List<Verdict> verdicts, Class<? extends Verdict> kind) {
        return (int) verdicts.stream().filter(kind::isInstance).count();
    }
}

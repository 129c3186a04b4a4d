package org.customervaluesquads.signalservice.intake.rest;

import java.util.List;
import org.customervaluesquads.signalservice.intake.Verdict;

/** One verdict a signal, in the order in which they were sent. */
public record VerdictsView(int accepted, int rejected, List<VerdictView> verdicts) {

    static VerdictsView from(List<Verdict> verdicts) {
        int accepted = (int)
                verdicts.stream().filter(Verdict.Accepted.class::isInstance).count();
        return new VerdictsView(
                accepted,
                verdicts.size() - accepted,
                verdicts.stream().map(VerdictView::from).toList());
    }
}

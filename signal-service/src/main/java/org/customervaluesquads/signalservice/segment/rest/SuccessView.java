package org.customervaluesquads.signalservice.segment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.intake.rest.VerdictView;
import org.jspecify.annotations.Nullable;

/**
 * What Segment's clients expect to hear, and for whoever looks closer, what was not accepted.
 *
 * @param refused the signals that were not accepted; absent if all were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuccessView(boolean success, @Nullable List<VerdictView> refused) {

    static SuccessView from(List<Verdict> verdicts) {
        List<VerdictView> refused = verdicts.stream()
                .filter(verdict -> !(verdict instanceof Verdict.Accepted))
                .map(VerdictView::from)
                .toList();
        return new SuccessView(true, refused.isEmpty() ? null : refused);
    }
}

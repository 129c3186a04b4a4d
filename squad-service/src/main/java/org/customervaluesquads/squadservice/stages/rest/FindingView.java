package org.customervaluesquads.squadservice.stages.rest;

import java.util.List;
import java.util.Map;
import org.customervaluesquads.squadservice.stages.Finding;
import org.customervaluesquads.squadservice.stages.Reading;
import org.customervaluesquads.squadservice.stages.Rule;
import org.customervaluesquads.squadservice.stages.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a squad, as it is shown.
 *
 * @param field the part of the squad that it is about
 * @param mend what would mend it; absent when it is kept
 */
record FindingView(
        String rule,
        Severity severity,
        boolean kept,
        String field,
        Map<String, Integer> numbers,
        String reason,
        @Nullable String mend) {

    static FindingView of(Finding finding) {
        Rule rule = finding.rule();
        Reading reading = finding.reading();
        return new FindingView(
                rule.name(),
                rule.severity(),
                reading.kept(),
                rule.field(),
                reading.numbers(),
                reading.reason(),
                reading.kept() ? null : reading.mend());
    }

    static List<FindingView> of(List<Finding> findings) {
        return findings.stream().map(FindingView::of).toList();
    }
}

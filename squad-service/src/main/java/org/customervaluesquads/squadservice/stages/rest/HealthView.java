package org.customervaluesquads.squadservice.stages.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.Stage;
import org.customervaluesquads.squadservice.stages.Examined;
import org.customervaluesquads.squadservice.stages.Finding;
import org.customervaluesquads.squadservice.stages.HealthRules;

/**
 * How a squad is, as it is shown.
 *
 * @param healthy whether no finding is critical
 * @param findings the rules that are broken
 * @param kept the names of those that are not
 */
record HealthView(
        UUID squadId,
        long version,
        Stage stage,
        LocalDate on,
        boolean healthy,
        List<FindingView> findings,
        List<String> kept) {

    static HealthView of(Examined examined) {
        List<Finding> all =
                HealthRules.ALL.stream().map(rule -> rule.read(examined)).toList();
        return new HealthView(
                examined.squad().id(),
                examined.squad().version(),
                examined.squad().stage(),
                examined.today(),
                all.stream().noneMatch(Finding::hinders),
                FindingView.of(all.stream()
                        .filter(finding -> !finding.reading().kept())
                        .toList()),
                all.stream()
                        .filter(finding -> finding.reading().kept())
                        .map(finding -> finding.rule().name())
                        .toList());
    }
}

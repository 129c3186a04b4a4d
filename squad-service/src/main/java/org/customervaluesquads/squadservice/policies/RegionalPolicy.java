package org.customervaluesquads.squadservice.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value that holds for a squad.
 *
 * @param region where it holds; absent where it is the same in all regions of the squad
 */
public record RegionalPolicy(@Nullable String region, EffectivePolicy effective) {

    /**
     * What holds for a squad. A squad of no region is bound by no region's layer; in a squad of several, each region's
     * word holds for that region's customers.
     */
    public static List<RegionalPolicy> of(PolicyLayer global, List<PolicyLayer> regions, PolicyLayer squad) {
        if (regions.isEmpty()) {
            return EffectivePolicy.of(List.of(global, squad)).stream()
                    .map(effective -> new RegionalPolicy(null, effective))
                    .toList();
        }
        Map<Policy.Key, List<RegionalPolicy>> found = new TreeMap<>();
        for (PolicyLayer region : regions) {
            for (EffectivePolicy effective : EffectivePolicy.of(List.of(global, region, squad))) {
                found.computeIfAbsent(effective.policy().key(), key -> new ArrayList<>())
                        .add(new RegionalPolicy(region.layer().name(), effective));
            }
        }
        return found.values().stream()
                .flatMap(rows -> together(rows, regions.size()))
                .toList();
    }

    private static Stream<RegionalPolicy> together(List<RegionalPolicy> rows, int regions) {
        boolean same = rows.size() == regions
                && rows.stream().map(RegionalPolicy::effective).distinct().count() == 1;
        return same ? Stream.of(new RegionalPolicy(null, rows.getFirst().effective())) : rows.stream();
    }
}

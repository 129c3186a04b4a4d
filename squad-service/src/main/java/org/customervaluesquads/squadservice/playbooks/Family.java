package org.customervaluesquads.squadservice.playbooks;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** A squad, and those that were replicated from it. */
public record Family(Kin squad, List<Family> replicas) {

    /** The tree of these, of whom the first is the ancestor of all. */
    public static Family of(List<Kin> kin) {
        Map<UUID, List<Kin>> byParent = kin.stream()
                .filter(each -> each.parentId() != null)
                .collect(Collectors.groupingBy(each -> Objects.requireNonNull(each.parentId())));
        return of(kin.getFirst(), byParent);
    }

    private static Family of(Kin squad, Map<UUID, List<Kin>> byParent) {
        return new Family(
                squad,
                byParent.getOrDefault(squad.squadId(), List.of()).stream()
                        .map(replica -> of(replica, byParent))
                        .toList());
    }
}

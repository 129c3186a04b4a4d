package org.customervaluesquads.squadservice.squads;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Squads in a map, for one thread. */
final class InMemorySquads implements Squads {

    private final TreeMap<UUID, Squad> byId = new TreeMap<>();

    @Override
    public void add(Squad squad) {
        byId.put(squad.id(), squad);
    }

    @Override
    public void replace(Squad squad) {
        byId.put(squad.id(), squad);
    }

    @Override
    public Optional<Squad> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Squad> hold(UUID id) {
        return find(id);
    }

    @Override
    public List<Squad> page(@Nullable Stage stage, @Nullable UUID after, int most) {
        var following = after == null ? byId : byId.tailMap(after, false);
        return following.values().stream()
                .filter(squad -> stage == null || squad.stage() == stage)
                .limit(most)
                .toList();
    }

    @Override
    public List<UUID> withMember(UUID personId, LocalDate today) {
        return with(squad ->
                        squad.membershipsOf(personId).stream().anyMatch(membership -> !membership.hasEndedBy(today)))
                .map(Squad::id)
                .toList();
    }

    @Override
    public List<Membership> ofPeople(Collection<UUID> personIds) {
        return with(squad -> true)
                .flatMap(squad -> squad.memberships().stream())
                .filter(membership -> personIds.contains(membership.personId()))
                .toList();
    }

    @Override
    public List<Membership> elsewhere(UUID personId, UUID squadId) {
        return with(squad -> !squad.id().equals(squadId))
                .flatMap(squad -> squad.membershipsOf(personId).stream())
                .toList();
    }

    private Stream<Squad> with(Predicate<Squad> what) {
        return byId.values().stream().filter(what);
    }
}

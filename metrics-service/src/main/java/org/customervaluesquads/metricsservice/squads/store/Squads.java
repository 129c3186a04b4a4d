package org.customervaluesquads.metricsservice.squads.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.metricsservice.squads.Charter;
import org.customervaluesquads.metricsservice.squads.Squad;

/** The squads' table. */
@ApplicationScoped
public class Squads implements PanacheRepositoryBase<SquadRow, String> {

    /** A squad, if it is known; what no store can keep is no squad's id. */
    public Optional<Squad> named(String squadId) {
        return StorableText.is(squadId) ? findByIdOptional(squadId).map(SquadRow::squad) : Optional.empty();
    }

    /** Those of these that are known, by their ids. */
    public Map<String, Squad> named(Collection<String> squadIds) {
        return list("squadId in ?1", squadIds).stream()
                .map(SquadRow::squad)
                .collect(Collectors.toMap(Squad::squadId, squad -> squad));
    }

    /** What a squad is for, and since when; if it is known. */
    @Transactional
    public Optional<Charter> charterOf(String squadId) {
        return StorableText.is(squadId) ? findByIdOptional(squadId).map(SquadRow::charter) : Optional.empty();
    }

    Optional<SquadRow> lock(String squadId) {
        return findByIdOptional(squadId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Every squad. */
    public List<Squad> all() {
        return listAll().stream().map(SquadRow::squad).toList();
    }
}

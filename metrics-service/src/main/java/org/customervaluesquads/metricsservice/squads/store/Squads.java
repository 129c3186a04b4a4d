package org.customervaluesquads.metricsservice.squads.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.metricsservice.squads.Squad;

/** The squads' table. */
@ApplicationScoped
public class Squads implements PanacheRepositoryBase<SquadRow, String> {

    /** A squad, if it is known; what no store can keep is no squad's id. */
    public Optional<Squad> named(String squadId) {
        return StorableText.is(squadId) ? findByIdOptional(squadId).map(SquadRow::squad) : Optional.empty();
    }

    Optional<SquadRow> lock(String squadId) {
        return findByIdOptional(squadId, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Squad> all() {
        return listAll().stream().map(SquadRow::squad).toList();
    }
}

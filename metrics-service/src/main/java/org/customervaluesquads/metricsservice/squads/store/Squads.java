package org.customervaluesquads.metricsservice.squads.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.customervaluesquads.metricsservice.squads.Squad;

/** The squads' table. */
@ApplicationScoped
public class Squads implements PanacheRepositoryBase<SquadRow, String> {

    private static final String SKIP_LOCKED = "-2";

    /** A squad, if it is known. */
    public Optional<Squad> named(String squadId) {
        return findByIdOptional(squadId).map(SquadRow::squad);
    }

    Optional<SquadRow> lock(String squadId) {
        return findByIdOptional(squadId, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Squad> all() {
        return listAll().stream().map(SquadRow::squad).toList();
    }

    List<SquadRow> lockThoseNotCostedThrough(LocalDate today, int most) {
        return find("costedThrough < ?1 order by squadId", today)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .page(0, most)
                .list();
    }
}

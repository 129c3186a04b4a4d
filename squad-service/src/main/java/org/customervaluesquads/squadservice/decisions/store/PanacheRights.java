package org.customervaluesquads.squadservice.decisions.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.customervaluesquads.squadservice.decisions.DecisionRights;
import org.customervaluesquads.squadservice.decisions.RightsOfSquads;
import org.customervaluesquads.squadservice.history.store.StoredJson;

/** Decision rights in PostgreSQL. */
@ApplicationScoped
class PanacheRights implements RightsOfSquads, PanacheRepositoryBase<RightsRow, UUID> {

    @Override
    public Optional<DecisionRights> find(UUID squadId) {
        return findByIdOptional(squadId).map(row -> StoredJson.read(row.rights, DecisionRights.class));
    }

    @Override
    public void keep(DecisionRights rights) {
        Optional<RightsRow> known = findByIdOptional(rights.squadId());
        RightsRow row = known.orElseGet(RightsRow::new);
        row.squadId = rights.squadId();
        row.version = rights.version();
        row.rights = StoredJson.write(rights);
        if (known.isEmpty()) {
            persist(row);
        }
    }
}

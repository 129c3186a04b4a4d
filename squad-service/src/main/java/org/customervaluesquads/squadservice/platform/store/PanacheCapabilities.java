package org.customervaluesquads.squadservice.platform.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customervaluesquads.squadservice.paging.store.PageOfRows;
import org.customervaluesquads.squadservice.platform.Capabilities;
import org.customervaluesquads.squadservice.platform.Capability;
import org.customervaluesquads.squadservice.platform.LifeStage;
import org.jspecify.annotations.Nullable;

/** Capabilities in PostgreSQL. */
@ApplicationScoped
class PanacheCapabilities implements Capabilities, PanacheRepositoryBase<CapabilityRow, UUID> {

    @Override
    public void add(Capability capability) {
        CapabilityRow row = new CapabilityRow();
        row.take(capability);
        persist(row);
    }

    @Override
    public void replace(Capability capability) {
        findById(capability.id()).take(capability);
    }

    @Override
    public Optional<Capability> find(UUID id) {
        return findByIdOptional(id).map(CapabilityRow::capability);
    }

    @Override
    public Optional<Capability> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(CapabilityRow::capability);
    }

    @Override
    public List<Capability> page(@Nullable LifeStage lifeStage, @Nullable UUID after, int most) {
        return PageOfRows.after(after).with("lifeStage", lifeStage).read(this, most).stream()
                .map(CapabilityRow::capability)
                .toList();
    }
}

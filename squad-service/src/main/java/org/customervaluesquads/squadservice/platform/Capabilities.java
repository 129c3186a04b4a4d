package org.customervaluesquads.squadservice.platform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the central platforms offer. */
public interface Capabilities {

    /** Keeps a new capability. */
    void add(Capability capability);

    /** Keeps a capability in place of what was known under the same id. */
    void replace(Capability capability);

    /** The capability with this id. */
    Optional<Capability> find(UUID id);

    /** The capability with this id, which nobody else can change before the transaction has ended. */
    Optional<Capability> hold(UUID id);

    /** At most so many, of one stage of life where one is named, in order of their ids, beginning after one of them. */
    List<Capability> page(@Nullable LifeStage lifeStage, @Nullable UUID after, int most);
}

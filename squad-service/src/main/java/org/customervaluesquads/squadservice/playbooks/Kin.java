package org.customervaluesquads.squadservice.playbooks;

import java.util.UUID;
import org.customervaluesquads.squadservice.squads.Stage;
import org.jspecify.annotations.Nullable;

/** A squad as one of a family. */
public record Kin(
        UUID squadId, @Nullable UUID parentId, @Nullable UUID playbookId, int generation, String name, Stage stage) {}

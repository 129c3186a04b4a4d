package org.customervaluesquads.squadservice.playbooks;

import java.util.UUID;

/** Where a squad comes from: which playbook, and whose it was. */
public record Origin(UUID squadId, UUID playbookId, UUID parentId, int generation) {}

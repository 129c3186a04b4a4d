/** Squads beside each other, by how they did since each was formed. */
@NullMarked
package org.customervaluesquads.metricsservice.comparing;

import org.jspecify.annotations.NullMarked;

/** The squads' table, and the view of it that writers of facts hold in memory. */
@NullMarked
package org.customervaluesquads.metricsservice.squads.store;

import org.jspecify.annotations.NullMarked;

/** The squads as this service sees them: a scope over facts, and a cost. */
@NullMarked
package org.customervaluesquads.metricsservice.squads;

import org.jspecify.annotations.NullMarked;

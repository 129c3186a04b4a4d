/** Tallies fetched from the tables of facts, grouped once a table. */
@NullMarked
package org.customervaluesquads.metricsservice.reckoning.store;

import org.jspecify.annotations.NullMarked;

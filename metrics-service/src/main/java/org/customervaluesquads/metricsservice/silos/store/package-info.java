/** The facts of a squad by silo. */
@NullMarked
package org.customervaluesquads.metricsservice.silos.store;

import org.jspecify.annotations.NullMarked;

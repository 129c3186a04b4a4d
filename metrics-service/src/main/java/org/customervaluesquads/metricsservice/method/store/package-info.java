/** The tables of what happened to squads. */
@NullMarked
package org.customervaluesquads.metricsservice.method.store;

import org.jspecify.annotations.NullMarked;

/** From tallies of facts to the values of metrics: definitions as data, and pure functions. */
@NullMarked
package org.customervaluesquads.metricsservice.reckoning;

import org.jspecify.annotations.NullMarked;

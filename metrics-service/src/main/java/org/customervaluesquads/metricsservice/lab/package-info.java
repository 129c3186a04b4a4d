/** The bench: the statistics of the squads, on data that an analyst brings; nothing is kept of it. */
@NullMarked
package org.customervaluesquads.metricsservice.lab;

import org.jspecify.annotations.NullMarked;

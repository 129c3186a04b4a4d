/** The tables of touched hours and of squads' metrics. */
@NullMarked
package org.customervaluesquads.metricsservice.restating.store;

import org.jspecify.annotations.NullMarked;

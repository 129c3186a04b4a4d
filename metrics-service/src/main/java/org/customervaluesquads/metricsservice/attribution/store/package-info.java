/** The table of touches. */
@NullMarked
package org.customervaluesquads.metricsservice.attribution.store;

import org.jspecify.annotations.NullMarked;

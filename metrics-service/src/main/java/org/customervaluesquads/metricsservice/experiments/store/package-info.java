/** Who was exposed to what, the cycles, and the evidence as it stands. */
@NullMarked
package org.customervaluesquads.metricsservice.experiments.store;

import org.jspecify.annotations.NullMarked;

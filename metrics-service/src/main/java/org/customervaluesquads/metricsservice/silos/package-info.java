/** Which silos see a squad's customers, and what the squad would not know without each. */
@NullMarked
package org.customervaluesquads.metricsservice.silos;

import org.jspecify.annotations.NullMarked;

/** Changing the metric definitions while the service runs, version by version. */
@NullMarked
package org.customervaluesquads.metricsservice.defining;

import org.jspecify.annotations.NullMarked;

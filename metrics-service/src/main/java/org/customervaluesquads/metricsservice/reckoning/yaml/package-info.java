/** Metric definitions as they are written in YAML. */
@NullMarked
package org.customervaluesquads.metricsservice.reckoning.yaml;

import org.jspecify.annotations.NullMarked;

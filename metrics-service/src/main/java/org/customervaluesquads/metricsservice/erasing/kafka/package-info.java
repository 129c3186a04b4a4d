/** Erasures as they are asked for and answered on their topic. */
@NullMarked
package org.customervaluesquads.metricsservice.erasing.kafka;

import org.jspecify.annotations.NullMarked;

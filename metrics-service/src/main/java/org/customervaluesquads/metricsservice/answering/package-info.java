/** Questions for a squad's metrics, and their answers. */
@NullMarked
package org.customervaluesquads.metricsservice.answering;

import org.jspecify.annotations.NullMarked;

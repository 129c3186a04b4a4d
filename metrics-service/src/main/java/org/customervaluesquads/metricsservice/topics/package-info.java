/** The topics that this service needs, made before it starts to read. */
@NullMarked
package org.customervaluesquads.metricsservice.topics;

import org.jspecify.annotations.NullMarked;

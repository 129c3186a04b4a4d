/** Reading the log once more from its beginning. */
@NullMarked
package org.customervaluesquads.metricsservice.rebuilding.kafka;

import org.jspecify.annotations.NullMarked;

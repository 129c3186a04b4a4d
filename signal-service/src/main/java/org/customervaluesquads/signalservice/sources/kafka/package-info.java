/** Registering sources in their compacted topic. */
@NullMarked
package org.customervaluesquads.signalservice.sources.kafka;

import org.jspecify.annotations.NullMarked;

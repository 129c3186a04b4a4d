/** Records read from topics, the unreadable ones set aside. */
@NullMarked
package org.customervaluesquads.metricsservice.listening.kafka;

import org.jspecify.annotations.NullMarked;

/** High intents: which customer was in an active or surging stage in which hour. */
@NullMarked
package org.customervaluesquads.metricsservice.intents;

import org.jspecify.annotations.NullMarked;

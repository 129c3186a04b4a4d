/** The high intents' table. */
@NullMarked
package org.customervaluesquads.metricsservice.intents.store;

import org.jspecify.annotations.NullMarked;

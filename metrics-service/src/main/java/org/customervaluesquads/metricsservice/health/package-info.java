/** Whether this instance can do its work. */
@NullMarked
package org.customervaluesquads.metricsservice.health;

import org.jspecify.annotations.NullMarked;

/** The versions of the definitions that were set. */
@NullMarked
package org.customervaluesquads.metricsservice.defining.store;

import org.jspecify.annotations.NullMarked;

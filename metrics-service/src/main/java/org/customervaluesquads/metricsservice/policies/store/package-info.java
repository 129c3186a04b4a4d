/** The table of layers. */
@NullMarked
package org.customervaluesquads.metricsservice.policies.store;

import org.jspecify.annotations.NullMarked;

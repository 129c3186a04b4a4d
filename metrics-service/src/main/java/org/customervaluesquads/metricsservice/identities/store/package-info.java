/** The table of identities, and the facts whose customer follows from it. */
@NullMarked
package org.customervaluesquads.metricsservice.identities.store;

import org.jspecify.annotations.NullMarked;

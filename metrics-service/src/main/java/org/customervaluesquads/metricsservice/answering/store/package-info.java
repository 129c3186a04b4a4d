/** Answers put together from what stands and from what is reckoned now. */
@NullMarked
package org.customervaluesquads.metricsservice.answering.store;

import org.jspecify.annotations.NullMarked;

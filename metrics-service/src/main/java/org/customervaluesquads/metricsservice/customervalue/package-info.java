/** Customer value: how much a customer is still going to buy, and what that is worth. */
@NullMarked
package org.customervaluesquads.metricsservice.customervalue;

import org.jspecify.annotations.NullMarked;

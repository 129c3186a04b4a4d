/** Sets of customers, small enough to keep for every hour and cell, that can be united. */
@NullMarked
package org.customervaluesquads.metricsservice.customers;

import org.jspecify.annotations.NullMarked;

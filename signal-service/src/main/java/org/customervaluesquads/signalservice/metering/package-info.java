/** What operators see of the signals' way: counters, timings and what waits; never an id in a label. */
@NullMarked
package org.customervaluesquads.signalservice.metering;

import org.jspecify.annotations.NullMarked;

/** Counting each signal once, as a step of the topology. */
@NullMarked
package org.customervaluesquads.signalservice.once.streams;

import org.jspecify.annotations.NullMarked;

/** Keeping refused signals, as a step of the topology. */
@NullMarked
package org.customervaluesquads.signalservice.rejected.streams;

import org.jspecify.annotations.NullMarked;

/** Joining, putting back and forgetting, as steps of the topology. */
@NullMarked
package org.customervaluesquads.signalservice.who.streams;

import org.jspecify.annotations.NullMarked;

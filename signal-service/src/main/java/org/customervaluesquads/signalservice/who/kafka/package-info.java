/** Asking for steps from outside the topology. */
@NullMarked
package org.customervaluesquads.signalservice.who.kafka;

import org.jspecify.annotations.NullMarked;

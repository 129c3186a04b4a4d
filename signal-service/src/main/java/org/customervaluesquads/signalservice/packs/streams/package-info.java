/** Unpacking signals, as a step of the topology. */
@NullMarked
package org.customervaluesquads.signalservice.packs.streams;

import org.jspecify.annotations.NullMarked;

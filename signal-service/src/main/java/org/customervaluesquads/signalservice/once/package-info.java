/** Counting each signal once: what is remembered of a signal, so that it is known when it comes again. */
@NullMarked
package org.customervaluesquads.signalservice.once;

import org.jspecify.annotations.NullMarked;

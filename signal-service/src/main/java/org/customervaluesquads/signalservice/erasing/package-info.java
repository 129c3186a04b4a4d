/** Erasing customers: what became of each place that held one. */
@NullMarked
package org.customervaluesquads.signalservice.erasing;

import org.jspecify.annotations.NullMarked;

/** How accepted signals travel from a door to the topology: many of one request in one record. */
@NullMarked
package org.customervaluesquads.signalservice.packs;

import org.jspecify.annotations.NullMarked;

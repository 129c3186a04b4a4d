/** Learning, as a step of the topology. */
@NullMarked
package org.customervaluesquads.signalservice.learning.streams;

import org.jspecify.annotations.NullMarked;

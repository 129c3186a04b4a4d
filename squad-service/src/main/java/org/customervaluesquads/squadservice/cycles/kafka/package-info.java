/** The evidence on cycles, as it comes from the log. */
@NullMarked
package org.customervaluesquads.squadservice.cycles.kafka;

import org.jspecify.annotations.NullMarked;

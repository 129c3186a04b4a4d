/** The outbox as a table, and its length as gauges. */
@NullMarked
package org.customervaluesquads.squadservice.outbox.store;

import org.jspecify.annotations.NullMarked;

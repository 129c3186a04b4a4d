/** Rows as one parameter of a statement, and back. */
@NullMarked
package org.customervaluesquads.metricsservice.database;

import org.jspecify.annotations.NullMarked;

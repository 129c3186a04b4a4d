/** What of a record can be taken for a fact. */
@NullMarked
package org.customervaluesquads.metricsservice.listening;

import org.jspecify.annotations.NullMarked;

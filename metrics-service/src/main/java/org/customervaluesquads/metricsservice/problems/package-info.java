/** What was wrong with a request, field by field. */
@NullMarked
package org.customervaluesquads.metricsservice.problems;

import org.jspecify.annotations.NullMarked;

/** Impact: whether a squad moved its outcome, beside what would have been without it. */
@NullMarked
package org.customervaluesquads.metricsservice.impact;

import org.jspecify.annotations.NullMarked;

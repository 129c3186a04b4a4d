/** Spans of time for which numbers hold, and the calendar by which a squad's days begin. */
@NullMarked
package org.customervaluesquads.metricsservice.calendars;

import org.jspecify.annotations.NullMarked;

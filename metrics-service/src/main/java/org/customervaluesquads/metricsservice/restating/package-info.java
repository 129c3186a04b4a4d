/** Keeping every squad's numbers equal to the facts: what was touched is reckoned anew and published. */
@NullMarked
package org.customervaluesquads.metricsservice.restating;

import org.jspecify.annotations.NullMarked;

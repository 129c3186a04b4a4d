/** Experiments: how far apart the variants of a test are, and how sure of that one can be at any moment. */
@NullMarked
package org.customervaluesquads.metricsservice.experiments;

import org.jspecify.annotations.NullMarked;

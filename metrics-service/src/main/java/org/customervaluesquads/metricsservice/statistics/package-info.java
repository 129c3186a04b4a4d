/** What several statistics share: intervals, the normal distribution, and likelihoods made as large as they get. */
@NullMarked
package org.customervaluesquads.metricsservice.statistics;

import org.jspecify.annotations.NullMarked;

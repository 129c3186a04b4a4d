/** Taking a person out of the tables. */
@NullMarked
package org.customervaluesquads.metricsservice.erasing.store;

import org.jspecify.annotations.NullMarked;

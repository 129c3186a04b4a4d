/** Attribution: to which touches before it an outcome is owed. */
@NullMarked
package org.customervaluesquads.metricsservice.attribution;

import org.jspecify.annotations.NullMarked;

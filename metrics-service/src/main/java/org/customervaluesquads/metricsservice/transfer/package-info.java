/** Transfer: whether what a squad achieved carries over to those who begin from its playbook. */
@NullMarked
package org.customervaluesquads.metricsservice.transfer;

import org.jspecify.annotations.NullMarked;

/** The bench over HTTP. */
@NullMarked
package org.customervaluesquads.metricsservice.lab.rest;

import org.jspecify.annotations.NullMarked;

/** The bench from files, without anything running. */
@NullMarked
package org.customervaluesquads.metricsservice.lab.cli;

import org.jspecify.annotations.NullMarked;

/** Tables read from CSV and JSON. */
@NullMarked
package org.customervaluesquads.metricsservice.lab.text;

import org.jspecify.annotations.NullMarked;

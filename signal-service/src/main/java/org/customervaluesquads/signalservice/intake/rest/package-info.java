/** The HTTP doors for signals. */
@NullMarked
package org.customervaluesquads.signalservice.intake.rest;

import org.jspecify.annotations.NullMarked;

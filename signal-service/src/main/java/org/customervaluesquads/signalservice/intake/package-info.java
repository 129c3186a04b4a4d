/** Judging what comes to a door: which signals are accepted, and why the others are not. No framework. */
@NullMarked
package org.customervaluesquads.signalservice.intake;

import org.jspecify.annotations.NullMarked;

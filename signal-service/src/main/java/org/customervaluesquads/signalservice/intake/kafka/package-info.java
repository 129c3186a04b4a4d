/** The way from a door into the log: judged signals and refused ones, acknowledged before the door answers. */
@NullMarked
package org.customervaluesquads.signalservice.intake.kafka;

import org.jspecify.annotations.NullMarked;

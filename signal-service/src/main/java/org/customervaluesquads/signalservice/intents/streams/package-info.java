/** Scoring intents, as steps of the topology. */
@NullMarked
package org.customervaluesquads.signalservice.intents.streams;

import org.jspecify.annotations.NullMarked;

/** Telling squads of their customers' intents, and following the squads' scopes, as steps of the topology. */
@NullMarked
package org.customervaluesquads.signalservice.squads.streams;

import org.jspecify.annotations.NullMarked;

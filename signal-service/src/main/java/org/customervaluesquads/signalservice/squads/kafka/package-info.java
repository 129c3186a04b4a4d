/** Following what squads are told, from wherever a listener stopped. */
@NullMarked
package org.customervaluesquads.signalservice.squads.kafka;

import org.jspecify.annotations.NullMarked;

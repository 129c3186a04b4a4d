/** Setting the intent catalogue and choosing models, on their compacted topics. */
@NullMarked
package org.customervaluesquads.signalservice.intents.kafka;

import org.jspecify.annotations.NullMarked;

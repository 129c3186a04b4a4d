/** The stage that understands texts: it reads counted signals, and appends what it derives from their texts. */
@NullMarked
package org.customervaluesquads.signalservice.text.kafka;

import org.jspecify.annotations.NullMarked;

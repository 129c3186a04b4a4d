/** What happens to signals, read from their topics while somebody listens. */
@NullMarked
package org.customervaluesquads.signalservice.live.kafka;

import org.jspecify.annotations.NullMarked;

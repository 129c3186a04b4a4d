/** The one topology of the service, and what it needs of Kafka Streams. */
@NullMarked
package org.customervaluesquads.signalservice.topology;

import org.jspecify.annotations.NullMarked;

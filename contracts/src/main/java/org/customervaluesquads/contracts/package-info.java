/** What crosses a process boundary: topics, messages and their headers. No Quarkus, no Kafka Streams. */
@NullMarked
package org.customervaluesquads.contracts;

import org.jspecify.annotations.NullMarked;

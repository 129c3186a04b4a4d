/** Broker, database and the three services, started together, watched and stopped in order. */
@NullMarked
package org.customervaluesquads.localstack.stack;

import org.jspecify.annotations.NullMarked;

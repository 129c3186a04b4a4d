/** State that is held as objects between two commits: what the steps of the topology keep of customers and of signals. */
@NullMarked
package org.customervaluesquads.signalservice.held;

import org.jspecify.annotations.NullMarked;

/** The service's configuration and start. */
@NullMarked
package org.customervaluesquads.signalservice;

import org.jspecify.annotations.NullMarked;

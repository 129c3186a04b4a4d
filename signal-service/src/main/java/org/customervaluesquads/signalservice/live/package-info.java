/** What is arriving and what becomes of it, told while it happens. No framework. */
@NullMarked
package org.customervaluesquads.signalservice.live;

import org.jspecify.annotations.NullMarked;

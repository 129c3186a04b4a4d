/** Who is who: devices and earlier ids that belong to a customer, as values; whose one is follows from its links alone. */
@NullMarked
package org.customervaluesquads.signalservice.who;

import org.jspecify.annotations.NullMarked;

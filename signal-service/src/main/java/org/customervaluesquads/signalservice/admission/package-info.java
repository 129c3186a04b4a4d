/** Who may send at all, and how much: write keys, quotas, and how much of one source may be on its way at once. */
@NullMarked
package org.customervaluesquads.signalservice.admission;

import org.jspecify.annotations.NullMarked;

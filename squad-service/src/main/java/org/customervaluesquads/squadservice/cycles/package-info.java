/** Short break-fix cycles: what a squad tries, how customers are assigned to it, what was learned, and how much may fail. */
@NullMarked
package org.customervaluesquads.squadservice.cycles;

import org.jspecify.annotations.NullMarked;

/** The search for teams by Timefold's local search. */
@NullMarked
package org.customervaluesquads.squadservice.formations.timefold;

import org.jspecify.annotations.NullMarked;

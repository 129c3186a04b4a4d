/** How much of people's time is not given to squads. */
@NullMarked
package org.customervaluesquads.squadservice.availability;

import org.jspecify.annotations.NullMarked;

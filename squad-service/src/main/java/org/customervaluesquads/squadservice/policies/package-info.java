/** What squads have to keep to: global values, which regions and squads refine where they are not locked. */
@NullMarked
package org.customervaluesquads.squadservice.policies;

import org.jspecify.annotations.NullMarked;

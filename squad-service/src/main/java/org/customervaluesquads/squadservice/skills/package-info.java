/** Which skills missions ask for, which people have, and what is missing. */
@NullMarked
package org.customervaluesquads.squadservice.skills;

import org.jspecify.annotations.NullMarked;

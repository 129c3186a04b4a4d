/** Squads that could be formed, proposed from who is free and who can do what. */
@NullMarked
package org.customervaluesquads.squadservice.formations;

import org.jspecify.annotations.NullMarked;

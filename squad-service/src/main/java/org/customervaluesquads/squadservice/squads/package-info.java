/** A squad and its rules: how it is formed, changed, joined, left and disbanded, and what it costs. */
@NullMarked
package org.customervaluesquads.squadservice.squads;

import org.jspecify.annotations.NullMarked;

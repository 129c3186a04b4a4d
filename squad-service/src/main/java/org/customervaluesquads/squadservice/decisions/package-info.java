/** What squads decided, under which right, on what evidence, and what came of it; written once and never edited. */
@NullMarked
package org.customervaluesquads.squadservice.decisions;

import org.jspecify.annotations.NullMarked;

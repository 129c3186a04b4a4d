/** How far a squad has come, how it is, and by which rules that is judged. */
@NullMarked
package org.customervaluesquads.squadservice.stages;

import org.jspecify.annotations.NullMarked;

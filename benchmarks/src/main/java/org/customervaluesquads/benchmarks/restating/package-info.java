/** How fast squads' numbers follow the facts, in a running stack. */
@NullMarked
package org.customervaluesquads.benchmarks.restating;

import org.jspecify.annotations.NullMarked;

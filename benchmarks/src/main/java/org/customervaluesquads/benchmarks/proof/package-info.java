/** How often the proofs err, on real data. */
@NullMarked
package org.customervaluesquads.benchmarks.proof;

import org.jspecify.annotations.NullMarked;

/** The whole way under load, on a real broker: product and bare program in one run. */
@NullMarked
package org.customervaluesquads.benchmarks.load;

import org.jspecify.annotations.NullMarked;

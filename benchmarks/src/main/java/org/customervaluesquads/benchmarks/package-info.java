/** Speed of the product: beside a bare program doing only the unavoidable work, and under the weight of many rows. */
@NullMarked
package org.customervaluesquads.benchmarks;

import org.jspecify.annotations.NullMarked;

/** Speed of the product beside a bare program doing only the unavoidable work, in one run. */
@NullMarked
package org.customervaluesquads.benchmarks;

import org.jspecify.annotations.NullMarked;

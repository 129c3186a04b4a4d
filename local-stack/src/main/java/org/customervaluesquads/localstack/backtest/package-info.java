/** Handing a file of rows, as signals in the order of time, to the service's own backtest. */
@NullMarked
package org.customervaluesquads.localstack.backtest;

import org.jspecify.annotations.NullMarked;

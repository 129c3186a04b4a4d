/** Scoring and learning tried on a history, in a program of its own: in come signals in the order of time, out comes how good it was. */
@NullMarked
package org.customervaluesquads.signalservice.backtest;

import org.jspecify.annotations.NullMarked;

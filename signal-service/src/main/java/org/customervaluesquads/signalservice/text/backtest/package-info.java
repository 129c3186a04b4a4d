/** Tries text understanding out on files of labelled texts: a program of its own, started by {@code ./squads backtest-text}. */
@NullMarked
package org.customervaluesquads.signalservice.text.backtest;

import org.jspecify.annotations.NullMarked;

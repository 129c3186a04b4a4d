package org.customervaluesquads.signalservice.text.backtest;

/** A text with the label that somebody gave it, as a file has them. */
record Labelled(String text, String label) {}

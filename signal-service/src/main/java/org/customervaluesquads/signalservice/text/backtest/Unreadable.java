package org.customervaluesquads.signalservice.text.backtest;

/** A file that is not what is asked for, told to whoever named it; there is no trace, for nothing broke. */
final class Unreadable extends RuntimeException {

    Unreadable(String message) {
        super(message, null, false, false);
    }
}

package org.customervaluesquads.signalservice.intents;

/**
 * When it was and when it is to be looked after a silent customer, in milliseconds.
 *
 * @param toldAt what was told holds for this moment, if it is later than the newest signal
 * @param wakeAt before this no stage is left and no lesson settles
 * @param asPast whether the customer stands in the queue of those of a history
 */
record Watch(long toldAt, long wakeAt, boolean asPast) {

    static final Watch NONE = new Watch(Long.MIN_VALUE, Customer.NEVER, false);

    Watch at(long moment) {
        return new Watch(toldAt, moment, asPast);
    }
}

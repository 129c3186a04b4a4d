package org.customervaluesquads.signalservice.intents;

/** A number that is drawn by names and not by chance, so that it is the same whenever it is drawn again. */
final class Lot {

    private Lot() {}

    /** From 0 to below 1, each as likely as the others. */
    static double of(long one, long other) {
        long mixed = (31 * one + other) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        mixed ^= mixed >>> 32;
        return (mixed >>> 11) * 0x1.0p-53;
    }
}

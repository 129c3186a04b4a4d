package org.customervaluesquads.benchmarks.restating;

import java.util.concurrent.locks.LockSupport;

/** Waits for a moment, and not longer. */
final class Waiting {

    private Waiting() {}

    static void until(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}

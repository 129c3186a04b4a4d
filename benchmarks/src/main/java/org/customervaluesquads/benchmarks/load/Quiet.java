package org.customervaluesquads.benchmarks.load;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the Kafka clients and the broker from telling what they do between the figures. */
final class Quiet {

    private static final Logger ROOT = Logger.getLogger("");

    private Quiet() {}

    static void log() {
        ROOT.setLevel(Level.WARNING);
    }
}

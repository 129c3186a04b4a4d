package org.customervaluesquads.localstack.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.customervaluesquads.localstack.stack.StackFolder;

/** Where the broker's and the database's own log lines go: never to the terminal. */
final class InfrastructureLog {

    private static final int LARGEST_FILE = 10 * 1024 * 1024;
    private static final int FILES = 1;
    private static final String LINE = "%1$tFT%1$tT.%1$tL %4$-7s %3$s %5$s%6$s%n";

    private InfrastructureLog() {}

    /** Until there is a folder to log to, nothing is logged. */
    static void silence() {
        System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
        LogManager.getLogManager().reset();
    }

    static void writeInto(StackFolder folder) {
        // The handler reads a percent sign as the start of a pattern.
        String file = folder.infrastructureLog().toString().replace("%", "%%");
        try {
            FileHandler handler = new FileHandler(file, LARGEST_FILE, FILES, true);
            handler.setFormatter(new SimpleFormatter());
            Logger root = Logger.getLogger("");
            root.setLevel(Level.INFO);
            root.addHandler(handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

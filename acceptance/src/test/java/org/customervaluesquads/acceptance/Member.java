package org.customervaluesquads.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One process of a cluster: it can be killed and started again, and one that ends by itself is started again at once, as
 * whatever runs services does.
 */
final class Member {

    private static final Duration READY_WITHIN = Duration.ofMinutes(6);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);
    private static final int STARTS_MAX = 100;

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final BooleanSupplier ready;
    private @Nullable Process process;
    private int starts;

    Member(String name, List<String> command, Map<String, String> environment, Path log, BooleanSupplier ready) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.ready = ready;
    }

    synchronized void start() {
        if (process != null) {
            return;
        }
        if (++starts > STARTS_MAX) {
            throw new AssertionError(name + " ended too often, see " + log);
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Process started = builder.start();
            process = started;
            started.onExit().thenAccept(this::startAgain);
        } catch (IOException failed) {
            throw new UncheckedIOException(name + " cannot be started", failed);
        }
    }

    private synchronized void startAgain(Process ended) {
        if (process == ended) {
            process = null;
            start();
        }
    }

    /** Ends it as a power cut would (signal 9); it stays down until it is started. */
    void kill() {
        end(true);
    }

    /** Asks it to end, and waits. */
    void stop() {
        end(false);
    }

    private void end(boolean forcibly) {
        Process ending;
        synchronized (this) {
            ending = process;
            process = null;
        }
        if (ending == null) {
            return;
        }
        try {
            if (!forcibly) {
                ending.destroy();
                ending.waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            }
            ending.destroyForcibly().waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            ending.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    void awaitReady() {
        await(name + " is ready, see " + log)
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(ready::getAsBoolean);
    }

    @Override
    public String toString() {
        return name;
    }
}

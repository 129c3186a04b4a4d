package org.customervaluesquads.localstack.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The database server's process; it may outlive the program that had started it, for instance when that is killed. */
final class ServerProcess {

    private static final Duration STOP_WAIT = Duration.ofSeconds(20);

    private ServerProcess() {}

    /** Stops the server that still works on these rows, if there is one, as its own fast shutdown does. */
    static void stopIn(Path rows) throws IOException {
        Optional<ProcessHandle> server = in(rows);
        if (server.isPresent()) {
            stop(server.get());
        }
    }

    /** The server that works on these rows now. */
    static Optional<ProcessHandle> in(Path rows) throws IOException {
        Path pidFile = rows.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        Optional<String> pid = Files.readAllLines(pidFile).stream().findFirst().map(String::strip);
        return pid.filter(text -> text.chars().allMatch(Character::isDigit) && !text.isEmpty())
                .flatMap(text -> ProcessHandle.of(Long.parseLong(text)))
                .filter(ServerProcess::isPostgres);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    private static void stop(ProcessHandle server) throws IOException {
        // Java's own signals make it wait for its clients, or leave its rows to be recovered.
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
        try {
            server.onExit().get(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database server stopped", interrupted);
        } catch (ExecutionException | TimeoutException late) {
            throw new IOException("the database server " + server.pid() + " does not stop", late);
        }
    }
}

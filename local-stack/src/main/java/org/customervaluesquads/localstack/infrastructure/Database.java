package org.customervaluesquads.localstack.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL server from embedded binaries, reachable from this machine only; its folder is kept. */
public final class Database implements AutoCloseable {

    /** The databases that it holds, one for each service that has one. */
    public static final List<String> NAMES = List.of("squads", "metrics");

    /** The user who owns the databases, and also the password. */
    public static final String OWNER = "squads";

    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts on the folder's rows, or creates the databases first; port 0 takes any that is free. */
    public static Database start(Path folder, int port) {
        Path rows = rowsIn(folder);
        try {
            Files.createDirectories(folder);
            ServerProcess.stopIn(rows);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(rows)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setPGStartupWait(START_WAIT)
                    // Whoever starts it also closes it, after whatever uses it.
                    .setRegisterShutdownHook(false)
                    // The library's defaults are for databases that nobody misses.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    // As much as the server takes by itself: with less, each writer writes out what others need.
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("timezone", "UTC")
                    .start();
            return created(new Database(server));
        } catch (IOException failed) {
            throw new UncheckedIOException("the database does not start in " + folder, failed);
        }
    }

    /** The server's process, if one works on the folder now. */
    static Optional<ProcessHandle> processIn(Path folder) {
        try {
            return ServerProcess.in(rowsIn(folder));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Ends a server that outlived the program that had started it. */
    static void endLeftovers(Path folder) {
        try {
            ServerProcess.stopIn(rowsIn(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException("the database server left in " + folder + " does not end", failed);
        }
    }

    /** The address of one of the {@link #NAMES databases}. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the database does not stop", failed);
        }
    }

    private static Path rowsIn(Path folder) {
        return folder.resolve("rows").toAbsolutePath();
    }

    private static Database created(Database database) {
        try (Connection connection = database.server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
                statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + OWNER + "'");
            }
            for (String name : NAMES) {
                if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                    statement.execute("CREATE DATABASE " + name + " OWNER " + OWNER);
                }
            }
            return database;
        } catch (SQLException refused) {
            database.close();
            throw new IllegalStateException("the databases cannot be created", refused);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }
}

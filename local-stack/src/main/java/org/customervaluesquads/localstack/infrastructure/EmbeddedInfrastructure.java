package org.customervaluesquads.localstack.infrastructure;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** A broker in this JVM and a database from embedded binaries, both kept in one folder. */
public record EmbeddedInfrastructure(Broker broker, Database database) implements Infrastructure {

    private static final String DATABASE = "postgres";
    private static final Executor OWN_THREAD = task -> Thread.ofVirtual().start(task);

    /** Starts both at once; when one of them cannot, neither runs afterwards. */
    public static EmbeddedInfrastructure start(Path folder, int brokerPort, int databasePort) {
        CompletableFuture<Database> database =
                CompletableFuture.supplyAsync(() -> Database.start(folder.resolve(DATABASE), databasePort), OWN_THREAD);
        Broker broker;
        try {
            broker = Broker.start(folder.resolve("kafka"), brokerPort);
        } catch (RuntimeException brokerFailed) {
            database.thenAccept(Database::close).exceptionally(ignored -> null).join();
            throw brokerFailed;
        }
        try {
            return new EmbeddedInfrastructure(broker, database.join());
        } catch (CompletionException databaseFailed) {
            broker.close();
            throw databaseFailed.getCause() instanceof RuntimeException cause ? cause : databaseFailed;
        }
    }

    /** The database server that works on the folder now. */
    public static Optional<ProcessHandle> databaseProcess(Path folder) {
        return Database.processIn(folder.resolve(DATABASE));
    }

    /** Ends what outlived the process that had started it in this folder. */
    public static void endLeftovers(Path folder) {
        Database.endLeftovers(folder.resolve(DATABASE));
    }

    @Override
    public String kind() {
        return "embedded broker and embedded PostgreSQL";
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String jdbcUrl(String name) {
        return database.jdbcUrl(name);
    }

    @Override
    public void close() {
        try {
            broker.close();
        } finally {
            database.close();
        }
    }
}

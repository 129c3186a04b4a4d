package org.customervaluesquads.squadservice;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A schema as it was at an earlier version of the service, to be filled and then taken to a later one. */
public final class PastSchema implements AutoCloseable {

    private final String name = "past_" + UUID.randomUUID().toString().replace("-", "");
    private final Flyway flyway;
    private final Connection connection;
    private final Statement statement;

    /** Makes the schema as it was after this migration. */
    public PastSchema(Flyway flyway, DataSource database, String version) throws SQLException {
        this.flyway = flyway;
        migrateTo(version);
        this.connection = database.getConnection();
        this.statement = connection.createStatement();
        statement.execute("set search_path to " + name);
    }

    /** What is asked through this sees the schema. */
    public Statement statement() {
        return statement;
    }

    /** Applies what came until this migration. */
    public void migrateTo(String version) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(name)
                .target(version)
                .load()
                .migrate();
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                statement) {
            statement.execute("set search_path to public");
            statement.execute("drop schema " + name + " cascade");
        }
    }
}

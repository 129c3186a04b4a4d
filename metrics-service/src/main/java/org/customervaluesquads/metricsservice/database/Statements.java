package org.customervaluesquads.metricsservice.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain SQL in the transaction of the caller. */
@ApplicationScoped
public class Statements {

    /** Rows are fetched from the server in portions of so many, so that a large answer is never whole in memory. */
    private static final int FETCH_ROWS = 2_000;

    private final DataSource database;

    Statements(DataSource database) {
        this.database = database;
    }

    /** Makes a value of one row. */
    @FunctionalInterface
    public interface RowMapping<T> {
        /** The row's value. */
        T map(ResultSet row) throws SQLException;
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface RowTaking {
        /** Takes the row. */
        void take(ResultSet row) throws SQLException;
    }

    /** Changes rows, and says how many. */
    public int execute(String sql, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailed(failed);
        }
    }

    /** Changes rows by one statement with each of these parameters in turn, in as few round trips as the driver can. */
    public void executeAll(String sql, List<Object[]> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] its : parameters) {
                set(connection, statement, its);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failed) {
            throw new DatabaseFailed(failed);
        }
    }

    /** The rows of an answer, as values. */
    public <T> List<T> list(String sql, RowMapping<T> mapping, @Nullable Object... parameters) {
        List<T> values = new ArrayList<>();
        each(sql, row -> values.add(mapping.map(row)), parameters);
        return values;
    }

    /** Takes the rows of an answer one by one. */
    public void each(String sql, RowTaking taking, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                taking.take(rows);
            }
        } catch (SQLException failed) {
            throw new DatabaseFailed(failed);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH_ROWS);
        set(connection, statement, parameters);
        return statement;
    }

    private static void set(Connection connection, PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    /** A statement that the database did not carry out. */
    public static final class DatabaseFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DatabaseFailed(SQLException cause) {
            super(cause);
        }
    }
}

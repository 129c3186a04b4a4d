package org.customervaluesquads.squadservice.outbox.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.customervaluesquads.squadservice.outbox.Outbox;
import org.customervaluesquads.squadservice.outbox.WaitingMessage;

/**
 * The messages in the outbox as the one relay of all instances sees them: holding the connection is holding the relay's
 * lock.
 *
 * <p>The lock is a session's advisory lock, and every statement of the relay goes through that session. When the
 * session dies, the lock is free for the next relay and the old one can delete nothing any more. A lock on a row would
 * need a transaction that stays open while the relay waits for the broker, and would keep the database from cleaning up.
 * It is plain JDBC because an entity manager decides for itself when it takes which connection.
 */
public final class WaitingMessages implements AutoCloseable {

    /** Any number will do that no other advisory lock in this database has. */
    private static final long RELAY_LOCK = 0x5_9a_d5_0b_0cL;

    private static final String NEXT = """
            select sequence, topic, key, value, event_id, type, occurred_at, trace_parent
            from outbox order by sequence limit ?""";
    private static final String DELETE = "delete from outbox where sequence = any(?)";

    private final Connection connection;

    private WaitingMessages(Connection connection) {
        this.connection = connection;
    }

    /** The messages, unless another relay holds them. */
    public static Optional<WaitingMessages> hold(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            if (isTrue(connection, "select pg_try_advisory_lock(" + RELAY_LOCK + ")")) {
                return Optional.of(new WaitingMessages(connection));
            }
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        connection.close();
        return Optional.empty();
    }

    /** The messages that are to leave next, at most so many. */
    public List<WaitingMessage> next(int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setInt(1, most);
            try (ResultSet rows = select.executeQuery()) {
                List<WaitingMessage> messages = new ArrayList<>();
                while (rows.next()) {
                    messages.add(message(rows));
                }
                return messages;
            }
        }
    }

    /** Forgets messages that have left. */
    public void delete(List<WaitingMessage> left) throws SQLException {
        Object[] sequences = left.stream().map(WaitingMessage::sequence).toArray();
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, connection.createArrayOf("bigint", sequences));
            delete.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            isTrue(connection, "select pg_advisory_unlock(" + RELAY_LOCK + ")");
        }
    }

    private static WaitingMessage message(ResultSet row) throws SQLException {
        return new WaitingMessage(
                row.getLong("sequence"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("value"),
                new Outbox.Cause(
                        row.getString("event_id"),
                        row.getString("type"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant()),
                row.getString("trace_parent"));
    }

    private static boolean isTrue(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}

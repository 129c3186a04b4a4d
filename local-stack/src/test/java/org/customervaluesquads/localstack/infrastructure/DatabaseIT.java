package org.customervaluesquads.localstack.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatabaseIT {

    @TempDir
    Path folder;

    @Test
    void keepsItsRowsOverARestart() throws Exception {
        try (Database database = Database.start(folder, 0)) {
            note(database.jdbcUrl("squads"), "written before the restart");
        }

        try (Database database = Database.start(folder, 0)) {
            assertThat(notes(database)).containsExactly("written before the restart");
        }
    }

    @Test
    void keepsItsRowsWhenTheProgramThatStartedItIsKilled() throws Exception {
        Process program = programWithADatabase();
        try (BufferedReader output = program.inputReader()) {
            note(output.readLine(), "written before the kill");
        }
        program.destroyForcibly().waitFor();

        try (Database database = Database.start(folder, 0)) {
            assertThat(notes(database)).containsExactly("written before the kill");
        }
    }

    @Test
    void losesNothingThatItConfirmed() throws Exception {
        try (Database database = Database.start(folder, 0);
                Connection connection = connect(database.jdbcUrl("metrics"));
                Statement statement = connection.createStatement()) {
            assertThat(text(statement, "SHOW fsync")).containsExactly("on");
            assertThat(text(statement, "SHOW synchronous_commit")).containsExactly("on");
        }
    }

    private Process programWithADatabase() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProgramWithADatabase.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void note(String jdbcUrl, String note) throws SQLException {
        try (Connection connection = connect(jdbcUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note AS SELECT '" + note + "' AS text");
        }
    }

    private static List<String> notes(Database database) throws SQLException {
        try (Connection connection = connect(database.jdbcUrl("squads"));
                Statement statement = connection.createStatement()) {
            return text(statement, "SELECT text FROM note");
        }
    }

    private static Connection connect(String jdbcUrl) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, Database.OWNER, Database.OWNER);
    }

    private static List<String> text(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Starts a database, says where it is, and never stops it. */
    static final class ProgramWithADatabase {

        private ProgramWithADatabase() {}

        public static void main(String[] arguments) throws InterruptedException {
            Database database = Database.start(Path.of(arguments[0]), 0);
            System.out.println(database.jdbcUrl("squads"));
            Thread.sleep(60_000);
        }
    }
}

package org.customervaluesquads.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SquadsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private CommandLine squads;

    @TempDir
    Path folder;

    @BeforeEach
    void listens() {
        squads = Squads.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "start", "stop", "status", "replay", "intents"})
    void tellsOfEveryCommandAndWhatItTakes(String command) {
        assertThat(squads.execute("--help")).isZero();
        assertThat(squads.execute(command, "--help")).isZero();

        assertThat(out.toString()).contains("  " + command + " ", "Usage: ./squads " + command);
    }

    @Test
    void saysThatNothingRunsWhereNothingWasStarted() {
        assertThat(squads.execute("status", "--folder", folder.toString())).isEqualTo(1);
        assertThat(squads.execute("stop", "--folder", folder.toString())).isZero();

        assertThat(out.toString()).contains("No stack runs in " + folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sometimes", "0x"})
    void refusesInOneLine(String speed) {
        int code = squads.execute("replay", "rows.csv", "--source", "s", "--mapping", "m.jslt", "--speed", speed);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("--speed").endsWith(speed + System.lineSeparator());
    }
}

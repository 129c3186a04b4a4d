package org.customervaluesquads.metricsservice.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LabTest {

    @TempDir
    Path folder;

    @Test
    void answersFromAFile() throws IOException {
        Path paths = Files.writeString(folder.resolve("paths.csv"), "path,conversions,nulls\nG,2,1\nM,1,0\nG>M,1,0\n");
        StringWriter out = new StringWriter();

        int ended = lab(out).execute("attribution", paths.toString(), "-o", "model=shapley");

        assertThat(ended).isZero();
        assertThat(out.toString())
                .contains("shapley")
                .contains("\"G\"")
                .contains("2.5")
                .contains("1.5");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "path,conversions\nG,many\n");
        StringWriter told = new StringWriter();

        int ended =
                lab(new StringWriter()).setErr(new PrintWriter(told, true)).execute("attribution", wrong.toString());

        assertThat(ended).isEqualTo(1);
        assertThat(told.toString()).contains("conversions");
    }

    private static CommandLine lab(StringWriter out) {
        return new CommandLine(new Lab()).setOut(new PrintWriter(out, true));
    }
}

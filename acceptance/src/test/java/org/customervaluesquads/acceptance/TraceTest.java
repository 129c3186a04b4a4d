package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document that tells one signal's way names only what is there. */
class TraceTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern HOP = Pattern.compile("^\\d\\. `([^`]+\\.java)` `(\\w+)`:", Pattern.MULTILINE);
    private static final int HOPS_MAX = 8;

    @Test
    void namesAtMostEightHopsEachWithFileAndMethod() throws IOException {
        List<MatchResult> hops = hops();

        assertThat(hops).hasSizeBetween(5, HOPS_MAX);
        for (MatchResult hop : hops) {
            Path file = HOME.resolve(hop.group(1));
            assertThat(file).exists();
            assertThat(Files.readString(file))
                    .as("%s declares %s", hop.group(1), hop.group(2))
                    .containsPattern("[\\w>] " + hop.group(2) + "\\(");
        }
    }

    private static List<MatchResult> hops() throws IOException {
        return HOP.matcher(Files.readString(HOME.resolve("docs/TRACE.md")))
                .results()
                .toList();
    }
}

package org.customervaluesquads.signalservice.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Segment's own library for Node, with nothing changed but the host; where there is Node and the library can be had. */
@RealParts
class AnalyticsNodeIT {

    private static final String LIBRARY = "@segment/analytics-node@3.1.0";
    private static final Path FOLDER = Path.of("target", "analytics-node");
    private static final int COMMAND_SECONDS_MAX = 120;
    private static final int ORDERS = 100;

    @BeforeAll
    static void installTheLibrary() throws Exception {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("package.json"), "{\"private\": true}");
        try (InputStream script = AnalyticsNodeIT.class.getResourceAsStream("/analytics-node.js")) {
            Files.copy(script, FOLDER.resolve("send.js"), StandardCopyOption.REPLACE_EXISTING);
        }
        assumeTrue(runs("node", "--version"), "there is no Node here, so its Segment client was not tried");
        assumeTrue(
                Files.exists(FOLDER.resolve("node_modules/@segment/analytics-node"))
                        || runs("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", LIBRARY),
                LIBRARY + " could not be installed, so it was not tried");
    }

    @Test
    void hasAllItsMessagesCounted() throws Exception {
        Ready.untilReady();
        String key = Keyed.register("analytics-node", Map.of("silo", "shop"));

        boolean sent = runs("node", "send.js", "http://localhost:" + RestAssured.port, key, String.valueOf(ORDERS));
        List<SignalRecorded> counted = Keyed.counted("analytics-node", ORDERS + 5);

        assertThat(sent).as("the client had all its messages taken").isTrue();
        assertThat(Keyed.byType(counted))
                .isEqualTo(Map.of(
                        "order.completed", (long) ORDERS,
                        "customer.identified", 1L,
                        "customer.aliased", 1L,
                        "customer.grouped", 1L,
                        "page.viewed", 2L));
        assertThat(counted).extracting(SignalRecorded::id).doesNotHaveDuplicates();
        assertThat(counted).filteredOn(signal -> signal.amount() != null).hasSize(ORDERS);
    }

    @Test
    void isToldThatItsKeyOpensNothing() throws Exception {
        Ready.untilReady();

        boolean sent = runs("node", "send.js", "http://localhost:" + RestAssured.port, "a-key-of-nobody", "1");

        assertThat(sent).isFalse();
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Path output = FOLDER.resolve(command[0] + ".out");
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            System.out.write(Files.readAllBytes(output));
            return process.exitValue() == 0;
        } catch (IOException notThere) {
            System.out.writeBytes((command[0] + ": " + notThere.getMessage() + "\n").getBytes(UTF_8));
            return false;
        }
    }
}

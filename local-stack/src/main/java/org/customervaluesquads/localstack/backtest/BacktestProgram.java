package org.customervaluesquads.localstack.backtest;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.localstack.Refusal;

/** The backtest that ships with signal-service, in a JVM of its own: takes signals on its standard input. */
public final class BacktestProgram {

    private static final String MAIN = "org.customervaluesquads.signalservice.backtest.Backtest";

    private static final List<String> JVM = List.of("-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

    private BacktestProgram() {}

    /**
     * Runs it; what it says goes where this program's own words go.
     *
     * @param app the folder of the built service
     * @return how it ended
     * @throws Refusal if the service is not built, or the program cannot be started
     */
    public static int run(Path app, List<String> arguments, Signals signals) throws InterruptedException {
        if (!Files.isDirectory(app.resolve("lib"))) {
            throw new Refusal("signal-service is not built: there is no " + app);
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JVM);
        command.addAll(
                List.of("-cp", String.join(":", app + "/app/*", app + "/lib/main/*", app + "/lib/boot/*"), MAIN));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            feed(process, signals);
            return process.waitFor();
        } catch (IOException failed) {
            throw new Refusal("the backtest cannot be started: " + failed.getMessage(), failed);
        }
    }

    /** A program that has refused what it was asked for reads nothing; its words say why. */
    private static void feed(Process process, Signals signals) {
        try (OutputStream out = new BufferedOutputStream(process.getOutputStream())) {
            signals.writeTo(out);
        } catch (IOException ended) {
            if (process.isAlive()) {
                process.destroy();
                throw new Refusal("the backtest does not take the signals: " + ended.getMessage(), ended);
            }
        }
    }
}

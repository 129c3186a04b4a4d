package org.customervaluesquads.localstack.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.customervaluesquads.localstack.Refusal;
import org.customervaluesquads.localstack.stack.RunRecord;
import org.customervaluesquads.localstack.stack.StackFolder;
import org.customervaluesquads.localstack.stack.StackSettings;

/** A stack that outlives the command that started it. */
final class Background {

    private static final Duration READY_WAIT = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private Background() {}

    /**
     * Starts it and returns when it is ready.
     *
     * @throws Refusal with the line that it ended with, if it ends before that
     */
    static void start(StackSettings settings, PrintWriter out) {
        StackFolder folder = settings.folder();
        // Outside the folder, which a fresh start empties.
        Path said = temporaryFile();
        try {
            Process process = new ProcessBuilder(command(settings))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            awaitReady(process, folder, said);
            Files.move(said, folder.stackLog(), StandardCopyOption.REPLACE_EXISTING);
            out.println(Files.readString(folder.stackLog()).strip().replace("Ctrl-C stops", "./squads stop ends"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            out.flush();
        }
    }

    private static List<String> command(StackSettings settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Squads.class.getName(), "start"));
        command.addAll(List.of("--folder", settings.folder().root().toString()));
        settings.ports().byOption().forEach((option, port) -> command.addAll(List.of(option, port.toString())));
        if (settings.fresh()) {
            command.add("--fresh");
        }
        return command;
    }

    private static void awaitReady(Process process, StackFolder folder, Path said) throws IOException {
        long end = System.nanoTime() + READY_WAIT.toNanos();
        try {
            while (!isReady(process, folder)) {
                if (process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new Refusal(lastLine(said));
                }
                if (System.nanoTime() > end) {
                    process.destroy();
                    throw new Refusal("the stack was not ready after " + READY_WAIT.toSeconds() + " seconds");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new Refusal("interrupted while the stack started", interrupted);
        }
    }

    private static boolean isReady(Process process, StackFolder folder) {
        return RunRecord.read(folder)
                .filter(run -> run.ready() && run.stack().pid() == process.pid())
                .isPresent();
    }

    private static String lastLine(Path said) throws IOException {
        List<String> lines = Files.readAllLines(said).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "the stack ended at its start" : lines.getLast();
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("squads-start", ".log");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

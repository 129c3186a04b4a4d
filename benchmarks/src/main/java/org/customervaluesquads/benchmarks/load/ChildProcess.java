package org.customervaluesquads.benchmarks.load;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** A Java program in a process of its own, whose CPU time is its own too. */
final class ChildProcess implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofSeconds(90);
    private static final Duration STOP_MAX = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final int OK = 200;
    private static final Pattern COMPILER = Pattern.compile("\\((C1|C2) Compiler");

    /** As Linux counts for whoever asks, on all machines. */
    private static final long MILLIS_A_TICK = 10;

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts {@code java} with these arguments; what it prints goes to the log. */
    static ChildProcess start(Path log, Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start(), log);
    }

    /** The arguments that run a main class of this program's own class path. */
    static List<String> ofThisProgram(Class<?> main, List<String> arguments) {
        List<String> all = new ArrayList<>(
                List.of("-Xms1g", "-Xmx1g", "-cp", System.getProperty("java.class.path", "" + File.pathSeparatorChar)));
        all.add(main.getName());
        all.addAll(arguments);
        return all;
    }

    /** Waits until the address answers 200. */
    void awaitReady(URI address) throws IOException, InterruptedException {
        long until = System.nanoTime() + START_MAX.toNanos();
        HttpClient client = HttpClient.newHttpClient();
        while (!answers(client, address)) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new IOException("not ready: see " + log);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private static boolean answers(HttpClient client, URI address) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits until the program has ended by itself. */
    void awaitEnd(Duration max) throws IOException, InterruptedException {
        if (!process.waitFor(max.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
            throw new IOException("did not end well: see " + log);
        }
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /**
     * The CPU time of the threads that compile Java, which ends by itself when a program is warm; zero where the system
     * does not tell.
     */
    Duration compilerCpu() {
        Path threads = Path.of("/proc", String.valueOf(process.pid()), "task");
        long ticks = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
            for (Path thread : all) {
                ticks += compilerTicks(Files.readString(thread.resolve("stat")));
            }
        } catch (IOException ended) {
            // A thread ended while it was looked at, or there is no such folder.
            return Duration.ofMillis(ticks * MILLIS_A_TICK);
        }
        return Duration.ofMillis(ticks * MILLIS_A_TICK);
    }

    /** The name stands in brackets; the times in user and kernel mode are the twelfth and thirteenth word behind it. */
    private static long compilerTicks(String stat) {
        int nameEnd = stat.lastIndexOf(')');
        if (!COMPILER.matcher(stat.substring(0, nameEnd)).find()) {
            return 0;
        }
        String[] words = stat.substring(nameEnd + 2).split(" ", -1);
        return Long.parseLong(words[11]) + Long.parseLong(words[12]);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException | TimeoutException late) {
            process.destroyForcibly();
        }
    }
}

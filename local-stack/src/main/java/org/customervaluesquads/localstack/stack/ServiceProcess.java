package org.customervaluesquads.localstack.stack;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.customervaluesquads.localstack.Refusal;

/** A service in a JVM of its own. */
final class ServiceProcess {

    private static final Duration READY_WAIT = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(5);
    private static final Duration STOP_WAIT = Duration.ofSeconds(20);
    private static final Duration KILL_WAIT = Duration.ofSeconds(10);
    private static final int HTTP_OK = 200;

    private static final List<String> SMALL_JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=64m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Service service;
    private final Process process;
    private final URI url;
    private final Path log;

    private ServiceProcess(Service service, Process process, URI url, Path log) {
        this.service = service;
        this.process = process;
        this.url = url;
        this.log = log;
    }

    static ServiceProcess start(
            Service service, Path jar, List<String> properties, Map<String, String> environment, URI url, Path log) {
        if (!Files.isRegularFile(jar)) {
            throw new Refusal(service.module() + " is not built: there is no " + jar);
        }
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(ownJava());
        builder.command().add("-Xmx" + service.heapMegabytes() + "m");
        builder.command().addAll(SMALL_JVM);
        builder.command().addAll(properties);
        builder.command().addAll(List.of("-jar", jar.toString()));
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return new ServiceProcess(service, builder.start(), url, log);
        } catch (IOException failed) {
            throw new Refusal(service.module() + " cannot be started: " + failed.getMessage(), failed);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Returns when it says that it is ready.
     *
     * @throws Refusal if it ends before that, or takes too long
     */
    void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + READY_WAIT.toNanos();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(ANSWER_WAIT).build()) {
            while (!isReady(client)) {
                if (process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new Refusal("%s ended at its start with %d, see %s"
                            .formatted(service.module(), process.exitValue(), log));
                }
                if (System.nanoTime() > end) {
                    throw new Refusal("%s was not ready after %d seconds, see %s"
                            .formatted(service.module(), READY_WAIT.toSeconds(), log));
                }
            }
        }
    }

    /** Asks it to end and makes it end when it does not. */
    void stop() {
        process.destroy();
        if (!endsWithin(STOP_WAIT)) {
            kill();
        }
    }

    /** Ends it as a power cut would (signal 9). */
    void kill() {
        process.destroyForcibly();
        endsWithin(KILL_WAIT);
    }

    private boolean endsWithin(Duration wait) {
        try {
            return process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(url.resolve("/q/health/ready"))
                .timeout(ANSWER_WAIT)
                .build();
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String ownJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}

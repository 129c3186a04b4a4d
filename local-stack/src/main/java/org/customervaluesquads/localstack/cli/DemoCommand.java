package org.customervaluesquads.localstack.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.customervaluesquads.localstack.demo.Demo;
import org.customervaluesquads.localstack.demo.Outcome;
import org.customervaluesquads.localstack.replay.PatientHttp;
import org.customervaluesquads.localstack.stack.RunningStack;
import org.customervaluesquads.localstack.stack.Service;
import org.customervaluesquads.localstack.stack.StackSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows everything at work on a made-up month. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Start everything afresh, form squads, send a month of signals from five silos, and show what the"
                + " squads see; then keep running until Ctrl-C.")
final class DemoCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "The demo's folder, emptied at the start (default: .squads/demo in the checkout).")
    private @Nullable Path folder;

    @Mixin
    private PortOptions ports = new PortOptions();

    @Option(names = "--exit", description = "End after the final screen.")
    private boolean exit;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path root = Objects.requireNonNullElseGet(folder, Home::demo);
        RunningStack stack = Foreground.start(
                StackSettings.of(Home.folder(), root, ports.get()).afresh(), out);
        try (PatientHttp http = new PatientHttp(PATIENCE, line -> {})) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Demo demo = Demo.endingAt(
                    now, stack.url(Service.SQUAD), stack.url(Service.SIGNAL), stack.url(Service.METRICS), http);
            Outcome outcome = play(demo, out);
            outcome.screen().forEach(out::println);
            WhereToLook.in(stack, outcome.firstSquad()).forEach(out::println);
        }
        if (exit) {
            stack.close();
            return 0;
        }
        out.println();
        out.println("Everything keeps running; Ctrl-C stops it.");
        out.flush();
        Foreground.watch(stack, out);
        return 0;
    }

    private static Outcome play(Demo demo, PrintWriter out) {
        demo.formSquads();
        long accepted;
        try (Progress progress = Progress.show("Sending", demo.signals(), out)) {
            accepted = demo.send(progress::reach);
        }
        Outcome outcome = demo.outcome();
        try (Progress progress = Progress.show("Reckoning", accepted, out)) {
            outcome.await(accepted, progress::reach);
        }
        out.printf(
                "%,d signals of five silos sent, %,d accepted, each in the numbers once.%n", demo.signals(), accepted);
        return outcome;
    }
}

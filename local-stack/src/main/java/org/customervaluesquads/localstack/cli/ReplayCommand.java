package org.customervaluesquads.localstack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.localstack.Refusal;
import org.customervaluesquads.localstack.replay.MappingFile;
import org.customervaluesquads.localstack.replay.PatientHttp;
import org.customervaluesquads.localstack.replay.Replay;
import org.customervaluesquads.localstack.replay.ReplaySummary;
import org.customervaluesquads.localstack.replay.SignalDoor;
import org.customervaluesquads.localstack.replay.Speed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a file of rows as signals. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description =
                "Map each row of a CSV, JSON-lines or JSON file to signals and send them through the batch door, in"
                        + " the order in which they happened. It can be repeated: ids make each count once.")
final class ReplayCommand implements Callable<Integer> {

    /** Long enough for a service to be killed and started again. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Parameters(paramLabel = "FILE", description = "The rows: .csv, .tsv, .jsonl, .ndjson or .json, also with .gz.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--source", paramLabel = "NAME", required = true, description = "The source that they come from.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String source;

    @Option(
            names = "--mapping",
            paramLabel = "FILE.jslt",
            required = true,
            description = "A JSLT template that makes of a row one signal, an array of them, or null.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path mapping;

    @Option(names = "--silo", description = "The silo of a source that is not registered yet (default: its name).")
    private @Nullable String silo;

    @Option(names = "--channel", description = "The channel of a source that is not registered yet.")
    private @Nullable String channel;

    @Option(names = "--region", description = "The region of a source that is not registered yet.")
    private @Nullable String region;

    @Option(
            names = "--speed",
            paramLabel = "max|1x|60x",
            defaultValue = "max",
            description = "As fast as it goes, or so many times as fast as it happened (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String speed;

    @Option(names = "--shift-to-now", description = "Move all in time so that the newest happens now.")
    private boolean shiftToNow;

    @Option(
            names = "--signal-url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8082",
            description = "Where signal-service is (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private URI signalUrl;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Speed pace = Speed.parse(speed);
        Mapping template = MappingFile.read(mapping);
        try (Replay replay = mapped(template, out)) {
            send(replay, pace, out);
            show(replay.summary(), out);
        }
        return 0;
    }

    private Replay mapped(Mapping template, PrintWriter out) {
        try (Progress progress = Progress.show("Reading", size(), out)) {
            return Replay.map(file, template, source, progress::reach);
        }
    }

    private void send(Replay replay, Speed pace, PrintWriter out) {
        try (Progress progress = Progress.show("Sending", replay.summary().signals(), out);
                SignalDoor door = new SignalDoor(signalUrl, new PatientHttp(PATIENCE, progress::say))) {
            String siloOfNew = silo == null ? source : silo;
            if (door.register(source, new SignalDoor.NewSource(siloOfNew, channel, region))) {
                progress.say("Registered the source " + source + " of the silo " + siloOfNew);
            }
            replay.send(door, pace, shiftToNow, Clock.systemUTC(), progress::reach);
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException none) {
            throw new Refusal("there is no file " + file, none);
        }
    }

    private static void show(ReplaySummary summary, PrintWriter out) {
        out.printf("rows        %,12d%n", summary.rows());
        out.printf("  passed over %,10d%n", summary.passedOver());
        out.printf("  not mapped  %,10d%n", summary.rowsUnmapped());
        summary.firstUnmapped().forEach(words -> out.println("    " + words));
        out.printf("signals     %,12d%n", summary.signals());
        out.printf("  accepted    %,10d%n", summary.accepted());
        out.printf("  rejected    %,10d%n", summary.rejected());
        summary.firstRefusals().forEach(words -> out.println("    " + words));
        out.flush();
    }
}

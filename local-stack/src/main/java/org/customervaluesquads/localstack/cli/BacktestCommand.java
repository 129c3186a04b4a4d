package org.customervaluesquads.localstack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.localstack.Refusal;
import org.customervaluesquads.localstack.backtest.BacktestProgram;
import org.customervaluesquads.localstack.backtest.Signals;
import org.customervaluesquads.localstack.replay.MappingFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries intents on a history. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description =
                "Map each row of a CSV, JSON-lines or JSON file to signals, live through them in the order in which they"
                        + " happened, and show how good the scores of an intent were before it was known what came. Nothing"
                        + " has to run, and nothing is stored.")
final class BacktestCommand implements Callable<Integer> {

    private static final Path SERVICE = Path.of("signal-service", "target", "quarkus-app");

    @Parameters(paramLabel = "FILE", description = "The rows: .csv, .tsv, .jsonl, .ndjson or .json, also with .gz.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--mapping",
            paramLabel = "FILE.jslt",
            required = true,
            description = "A JSLT template that makes of a row one signal, an array of them, or null.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path mapping;

    @Option(
            names = "--outcome",
            paramLabel = "TYPE",
            required = true,
            description = "The type of the signal that is to be foretold, such as order.completed.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String outcome;

    @Option(
            names = "--horizon",
            paramLabel = "24h",
            description = "Within which it must come, such as 90m or 14d (default: that of the intent, or 24h).")
    private @Nullable String horizon;

    @Option(
            names = "--intent",
            description =
                    "The intent of the catalogue whose weights set by hand are shown beside (default: the one with the"
                            + " outcome).")
    private @Nullable String intent;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Mapping template = MappingFile.read(mapping);
        PrintWriter said = spec.commandLine().getErr();
        try (Signals signals = mapped(template, said)) {
            if (signals.unmapped() > 0) {
                said.printf("%,d of %,d rows could not be mapped%n", signals.unmapped(), signals.rows());
                signals.reasons().forEach(reason -> said.println("    " + reason));
                said.flush();
            }
            if (signals.size() == 0) {
                throw new Refusal(
                        "the mapping makes no signal of any of the %,d rows of %s".formatted(signals.rows(), file));
            }
            return BacktestProgram.run(Home.folder().resolve(SERVICE), arguments(), signals);
        }
    }

    private Signals mapped(Mapping template, PrintWriter said) {
        try (Progress progress = Progress.show("Reading", size(), said)) {
            return Signals.of(file, template, progress::reach);
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--outcome", outcome));
        if (horizon != null) {
            arguments.addAll(List.of("--horizon", horizon));
        }
        if (intent != null) {
            arguments.addAll(List.of("--intent", intent));
        }
        if (json) {
            arguments.add("--json");
        }
        return arguments;
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException none) {
            throw new Refusal("there is no file " + file, none);
        }
    }
}

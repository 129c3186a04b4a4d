package org.customervaluesquads.signalservice.text.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.customervaluesquads.signalservice.text.Embeddings;
import org.customervaluesquads.signalservice.text.Quality;
import org.customervaluesquads.signalservice.text.backtest.Backtest.Report;
import org.customervaluesquads.signalservice.text.onnx.BgeSmall;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./squads backtest-text}: what the service would make of labelled texts. */
@Command(
        name = "./squads backtest-text",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        header = "Learns from TRAIN as the service learns its topics, and tells how well it labels TEST.%n",
        description = {
            "Both are CSV or TSV with or without a header, JSON (pairs, objects, or lists of them in parts: train, val,"
                    + " test, oos_train, …), JSON lines, or a folder with the files seq.in and label.",
            "The setting is found by validation inside TRAIN; nothing is kept."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
public final class BacktestText implements Callable<Integer> {

    private static final int REFUSED = 1;

    @Parameters(index = "0", paramLabel = "TRAIN", description = "Labelled texts to learn from.")
    private Path train;

    @Parameters(
            index = "1",
            paramLabel = "TEST",
            arity = "0..1",
            description = "Labelled texts to try; may be the same file, if it has parts.")
    private @Nullable Path test;

    @Option(
            names = "--folds",
            paramLabel = "COUNT",
            description =
                    "In place of TEST: holds out every COUNT-th text of TRAIN, beginning with each of the first in turn.")
    private @Nullable Integer folds;

    @Option(names = "--text-column", paramLabel = "NAME", description = "The column of the text, by name or number.")
    private @Nullable String textColumn;

    @Option(names = "--label-column", paramLabel = "NAME", description = "The column of the label, by name or number.")
    private @Nullable String labelColumn;

    @Option(
            names = "--none",
            paramLabel = "LABEL",
            defaultValue = "oos",
            description = "The label of texts that are none of the others (default: ${DEFAULT-VALUE}).")
    private String none;

    @Option(
            names = "--natives",
            paramLabel = "FOLDER",
            hidden = true,
            defaultValue = "${sys:java.io.tmpdir}/squads-natives",
            description = "Where what is unpacked from jars for this machine goes.")
    private Path natives;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    private CommandSpec command;

    private BacktestText() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BacktestText())
                .setExecutionExceptionHandler(BacktestText::tell)
                .execute(arguments));
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if ((test == null) == (folds == null)) {
            throw new ParameterException(command.commandLine(), "either TEST or --folds has to be given");
        }
        var toLearn = LabelledFiles.read(train, Asked.toLearn(textColumn, labelColumn));
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Embeddings embeddings = new Remembered(BgeSmall.load(threads, natives));
            Backtest backtest = new Backtest(embeddings, threads, System::nanoTime, none);
            if (test == null) {
                Folds tried = Folds.together(Folds.of(toLearn, folds).stream()
                        .map(fold -> backtest.run(fold.toLearn(), fold.toTry()).tested())
                        .toList());
                print(json ? asJson(tried) : asText(tried));
            } else {
                Report report = backtest.run(toLearn, LabelledFiles.read(test, Asked.toTry(textColumn, labelColumn)));
                print(json ? asJson(report) : asText(report));
            }
        }
        return 0;
    }

    private void print(String text) {
        command.commandLine().getOut().println(text);
        command.commandLine().getOut().flush();
    }

    private static String asJson(Object report) throws JsonProcessingException {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build()
                .writeValueAsString(report);
    }

    private static String asText(Report report) {
        Quality tested = report.tested();
        String unknown = report.neverLearnt().isEmpty()
                ? ""
                : "%nnever learnt         %s: tried as none of these".formatted(report.neverLearnt());
        return String.format(
                        Locale.ROOT,
                        """
                        learnt from          %,d texts of %d labels, and %,d of none of these
                        tried on             %,d texts, and %,d of none of these

                        accuracy             %.4f   (expected by validation: %.4f)
                        macro-F1             %.4f   (expected by validation: %.4f)
                        out-of-scope recall  %s   (expected by validation: %s)

                        learning             %.1f s
                        time per text        %.1f ms""",
                        report.learntFrom(),
                        report.labels(),
                        report.learntNone(),
                        tested.texts(),
                        tested.outOfScope(),
                        tested.accuracy(),
                        report.validated().accuracy(),
                        tested.macroF1(),
                        report.validated().macroF1(),
                        share(tested.outOfScopeRecall()),
                        share(report.validated().outOfScopeRecall()),
                        report.learning().toMillis() / 1e3,
                        report.perText().toNanos() / 1e6)
                + unknown;
    }

    private static String asText(Folds tried) {
        StringBuilder text = new StringBuilder();
        for (Quality fold : tried.folds()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%,d texts held out     accuracy %.4f   macro-F1 %.4f%n",
                    fold.texts(),
                    fold.accuracy(),
                    fold.macroF1()));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "all together            accuracy %.4f   macro-F1 %.4f",
                        tried.accuracy(),
                        tried.macroF1()))
                .toString();
    }

    private static String share(@Nullable Double share) {
        return share == null ? "none to try" : String.format(Locale.ROOT, "%.4f", share);
    }

    private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof Unreadable) {
            command.getErr().println(failure.getMessage());
            return REFUSED;
        }
        throw failure;
    }
}

package org.customervaluesquads.signalservice.backtest;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.backtest.Question.Misunderstood;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;

/**
 * Tries scoring and learning on a history: reads signals from standard input, one JSON object a line in the order of time,
 * and writes how good the scores were. {@code ./squads backtest} starts it with the signals of a file.
 */
public final class Backtest {

    private static final int REFUSED = 1;
    private static final int MISUNDERSTOOD = 2;

    private Backtest() {}

    /** Arguments: {@code --outcome TYPE}, and {@code --horizon 24h}, {@code --intent NAME}, {@code --json} where wanted. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            IntentCatalogue catalogue = Catalogues.intents();
            Question question = Question.read(arguments, catalogue);
            Report report = report(question, catalogue, lines);
            if (question.json()) {
                out.println(
                        MessageJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
            } else {
                report.print(out);
            }
            out.flush();
        } catch (Misunderstood misunderstood) {
            System.err.println(misunderstood.getMessage());
            System.exit(MISUNDERSTOOD);
        } catch (NothingToLearn none) {
            System.err.println(none.getMessage());
            System.exit(REFUSED);
        }
    }

    /** Without both outcomes and scores before them there is nothing to be said. */
    static final class NothingToLearn extends RuntimeException {
        NothingToLearn(String reason) {
            super(reason);
        }
    }

    static Report report(Question question, IntentCatalogue catalogue, BufferedReader lines) throws IOException {
        Offering offering =
                new Offering(Catalogues.signalTypes(), Clock.systemUTC().instant());
        try (Trial trial = new Trial(question.on(catalogue))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                SignalRecorded signal = line.isBlank() ? null : offering.take(line);
                if (signal != null) {
                    trial.hear(signal);
                }
            }
            Results results = trial.end();
            if (results.outcomes() == 0 || results.rows() == 0) {
                throw new NothingToLearn(nothing(question, offering, trial));
            }
            return Report.of(question, offering, trial, results);
        }
    }

    private static String nothing(Question question, Offering offering, Trial trial) {
        if (trial.types().isEmpty()) {
            return "none of %,d signals was accepted: %s"
                    .formatted(offering.lines(), String.join("; ", offering.reasons()));
        }
        return trial.types().containsKey(question.outcome())
                ? "there is nothing but the outcome %s, and nothing to foretell it by".formatted(question.outcome())
                : "there is no signal of the type %s; there are %s".formatted(question.outcome(), trial.types());
    }
}

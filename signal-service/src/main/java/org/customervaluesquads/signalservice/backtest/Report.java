package org.customervaluesquads.signalservice.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.customervaluesquads.contracts.ModelPublished;
import org.customervaluesquads.signalservice.learning.Reckoning;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a backtest, for people and for machines.
 *
 * @param learned the scores of the lessons that had settled by then: the answer to how well it learns
 * @param served the scores that customers would have had: of the weights set by hand, until a version beat them
 * @param baseRateLogLoss of whoever knows beforehand how often the outcome comes, and says that of everybody
 * @param cut scores whose horizon goes beyond the end of the history
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        String outcome,
        Duration horizon,
        Input input,
        long rows,
        long positives,
        double positiveShare,
        long cut,
        Scores learned,
        Scores served,
        @Nullable Scores setByHand,
        double baseRateLogLoss,
        long lessons,
        List<Version> versions) {

    /** What was read, and what became of it. */
    record Input(
            long lines,
            long refused,
            List<String> reasons,
            long duplicates,
            long aboutNobody,
            Map<String, Long> types) {}

    /** How good scores were. */
    record Scores(
            @Nullable Double auc,
            @Nullable Double averagePrecision,
            double logLoss,
            double calibrationError,
            List<Reckoning.Step> reliability) {

        static Scores of(Reckoning reckoning) {
            return new Scores(
                    orNull(reckoning.auc()),
                    orNull(reckoning.averagePrecision()),
                    reckoning.logLoss(),
                    reckoning.calibrationError(),
                    reckoning.reliability());
        }

        private static @Nullable Double orNull(double value) {
            return Double.isNaN(value) ? null : value;
        }
    }

    /** A version that would have been published, and when in the history. */
    record Version(int version, String until, long lessons, ModelPublished.Quality quality) {}

    static Report of(Question question, Offering offering, Trial trial, Results results) {
        return new Report(
                question.outcome(),
                question.horizon(),
                new Input(
                        offering.lines(),
                        offering.refused(),
                        offering.reasons(),
                        offering.duplicates(),
                        results.signalsAboutNobody(),
                        trial.types()),
                results.rows(),
                results.positives(),
                (double) results.positives() / results.rows(),
                results.rowsCut(),
                Scores.of(results.learned()),
                Scores.of(results.served()),
                question.intent() == null ? null : Scores.of(results.byHand()),
                results.logLossOfBaseRate(),
                results.lessons(),
                versionsOf(results));
    }

    private static List<Version> versionsOf(Results results) {
        List<Version> versions = new ArrayList<>();
        for (ModelPublished model : results.versions().reversed()) {
            if (model.learned() != null) {
                versions.add(new Version(
                        model.version(),
                        model.learned().until().toString(),
                        model.learned().lessons(),
                        model.learned().quality()));
            }
        }
        return versions;
    }

    /** Writes it for people. */
    void print(PrintStream out) {
        out.printf("%,d signals", input.lines());
        out.printf(
                ", %,d refused, %,d repeated, %,d about nobody%n",
                input.refused(), input.duplicates(), input.aboutNobody());
        input.reasons().forEach(reason -> out.println("    " + reason));
        out.printf(
                "%,d scores made before it was known whether %s comes within %s; it came after %,d (%.1f %%)%n",
                rows,
                outcome,
                horizon.toString().substring(2).toLowerCase(Locale.ROOT),
                positives,
                100 * positiveShare);
        if (cut > 0) {
            out.printf("    for %,d of them the history ends before the horizon does%n", cut);
        }
        out.printf("%n%-42s %8s %8s %8s %8s%n", "", "AUC", "avg.prec", "log loss", "cal.err.");
        print("learned (" + lessons + " lessons, from nothing)", learned, out);
        print("served (" + versions.size() + " versions published)", served, out);
        if (setByHand != null) {
            print("weights set by hand", setByHand, out);
        }
        out.printf("%-42s %8.3f %8.3f %8.3f %8.3f%n", "constant base rate", 0.5, positiveShare, baseRateLogLoss, 0.0);
        out.printf("%nreliability of what was learned%n%12s %10s %10s %10s%n", "score", "rows", "foreseen", "came");
        for (Reckoning.Step step : learned.reliability()) {
            out.printf(
                    "   %.1f - %.1f %,10.0f %10.3f %10.3f%n",
                    step.from(), step.to(), step.rows(), step.foreseen(), step.came());
        }
        out.flush();
    }

    private static void print(String what, Scores scores, PrintStream out) {
        out.printf(
                "%-42s %8s %8s %8.4f %8.4f%n",
                what,
                inWords(scores.auc()),
                inWords(scores.averagePrecision()),
                scores.logLoss(),
                scores.calibrationError());
    }

    private static String inWords(@Nullable Double value) {
        return value == null ? "-" : "%.4f".formatted(value);
    }
}

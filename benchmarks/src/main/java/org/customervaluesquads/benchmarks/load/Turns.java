package org.customervaluesquads.benchmarks.load;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What programs did that were measured turn by turn: one turn of each, then the next of each, so that whatever else the
 * machine does meets all of them. The median of a few turns is not moved by one that was disturbed.
 *
 * @param measured one after another
 */
record Turns(String program, List<Measured> measured) {

    String line() {
        return "%-34s %,9.0f signals/s   %,9.0f signals per CPU-second   (medians of %d turns; per CPU-second %s)"
                .formatted(
                        program,
                        median(measured.stream()
                                .mapToDouble(Measured::perSecond)
                                .toArray()),
                        median(measured.stream()
                                .mapToDouble(Measured::perCpuSecond)
                                .toArray()),
                        measured.size(),
                        String.join(
                                " ",
                                measured.stream()
                                        .map(turn -> "%,.0f".formatted(turn.perCpuSecond()))
                                        .toList()));
    }

    /** The ratios to another program of the same turns. */
    String ratioTo(Turns bare) {
        return "%-34s : %-28s = %.2f of the signals/s, %.2f of the signals per CPU-second%n"
                .formatted(
                        program, bare.program, ratio(bare, Measured::perSecond), ratio(bare, Measured::perCpuSecond));
    }

    private double ratio(Turns bare, ToDoubleFunction<Measured> figure) {
        return median(IntStream.range(0, measured.size())
                .mapToDouble(turn ->
                        figure.applyAsDouble(measured.get(turn)) / figure.applyAsDouble(bare.measured.get(turn)))
                .toArray());
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

package org.customervaluesquads.benchmarks.load;

import java.time.Duration;

/**
 * What a program did in a span of time.
 *
 * @param cpu that its process took
 */
record Measured(String program, long signals, Duration wall, Duration cpu) {

    private static final double NANOS = 1e9;

    double perSecond() {
        return signals * NANOS / wall.toNanos();
    }

    double perCpuSecond() {
        return signals * NANOS / cpu.toNanos();
    }

    String line() {
        return "%-28s %,9.0f signals/s   %,9.0f signals per CPU-second   (%,d signals, %.1f s, %.1f CPU-s)"
                .formatted(program, perSecond(), perCpuSecond(), signals, wall.toMillis() / 1e3, cpu.toMillis() / 1e3);
    }
}

package org.customervaluesquads.localstack.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far something has come: a bar on a terminal, now and then a line elsewhere. */
interface Progress extends AutoCloseable {

    /** So many steps are done, all in all. */
    void reach(long done);

    /** Says something beside the progress. */
    void say(String line);

    @Override
    void close();

    /** Shows progress towards so many steps. */
    static Progress show(String what, long steps, PrintWriter out) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return terminal ? new Bar(what, steps, out) : new Lines(what, steps, out);
    }

    /** A bar that is drawn anew in its place. */
    final class Bar implements Progress {

        private static final int WIDTH = 100;
        private static final int REDRAW_MILLIS = 100;

        private final ProgressBar bar;
        private final PrintWriter out;

        Bar(String what, long steps, PrintWriter out) {
            this.out = out;
            this.bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REDRAW_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                    .build();
        }

        @Override
        public void reach(long done) {
            bar.stepTo(done);
        }

        @Override
        public void say(String line) {
            System.err.print("\r" + " ".repeat(WIDTH) + "\r");
            System.err.flush();
            out.println(line);
            out.flush();
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Lines, for a file or a pipe. */
    final class Lines implements Progress {

        private static final Duration PAUSE = Duration.ofSeconds(5);

        private final String what;
        private final long steps;
        private final PrintWriter out;
        private long said = System.nanoTime();

        Lines(String what, long steps, PrintWriter out) {
            this.what = what;
            this.steps = steps;
            this.out = out;
        }

        @Override
        public void reach(long done) {
            long now = System.nanoTime();
            if (now - said > PAUSE.toNanos()) {
                say("%s: %,d of %,d".formatted(what, done, steps));
            }
        }

        @Override
        public void say(String line) {
            said = System.nanoTime();
            out.println(line);
            out.flush();
        }

        @Override
        public void close() {}
    }
}

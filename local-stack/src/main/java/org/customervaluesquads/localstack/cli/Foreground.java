package org.customervaluesquads.localstack.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.customervaluesquads.localstack.Refusal;
import org.customervaluesquads.localstack.stack.RunningStack;
import org.customervaluesquads.localstack.stack.Service;
import org.customervaluesquads.localstack.stack.StackFolder;
import org.customervaluesquads.localstack.stack.StackSettings;
import org.customervaluesquads.localstack.stack.StartListener;

/** A stack that runs as long as the command that started it. */
final class Foreground {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int STARTS_AGAIN_MAX = 10;
    private static final double NANOS = 1e9;
    private static final int PARTS = 2 + Service.values().length;

    private Foreground() {}

    /** Starts it and shows how far the start has come. */
    static RunningStack start(StackSettings settings, PrintWriter out) {
        long began = System.nanoTime();
        try (Progress progress = Progress.show("Starting", PARTS, out)) {
            return RunningStack.start(settings, new StartListener() {

                private int ready;

                @Override
                public void prepared(StackFolder folder) {
                    InfrastructureLog.writeInto(folder);
                }

                @Override
                public void ready(String part, String where) {
                    double seconds = (System.nanoTime() - began) / NANOS;
                    progress.say("  %-16s ready after %5.1f s   %s".formatted(part, seconds, where));
                    progress.reach(++ready);
                }
            });
        }
    }

    /** Starts a service again that ended, whatever ended it; returns when the stack was stopped. */
    static void watch(RunningStack stack, PrintWriter out) {
        Map<Service, Integer> startsLeft = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            startsLeft.put(service, STARTS_AGAIN_MAX);
        }
        try {
            while (!stack.isClosed()) {
                Thread.sleep(LOOK_AGAIN);
                for (Service service : Service.values()) {
                    int left = startsLeft.getOrDefault(service, 0);
                    if (left > 0 && !stack.isClosed() && !stack.process(service).isAlive()) {
                        startsLeft.put(service, startsAgain(service, stack, out) ? left - 1 : 0);
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", interrupted);
        }
    }

    private static boolean startsAgain(Service service, RunningStack stack, PrintWriter out) {
        out.println(service.module() + " ended; starting it again, see "
                + stack.folder().log(service));
        out.flush();
        try {
            stack.start(service);
            out.println(service.module() + " is ready again");
            return true;
        } catch (Refusal refusal) {
            if (!stack.isClosed()) {
                out.println(refusal.getMessage());
            }
            return false;
        } finally {
            out.flush();
        }
    }
}

package org.customervaluesquads.localstack.stack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Stopping a stack from outside. */
public final class Stopping {

    /** Longer than the stack itself gives its parts. */
    private static final Duration STOP_WAIT = Duration.ofSeconds(60);

    /** What there was to stop. */
    public enum Outcome {
        NOTHING_RAN,
        STOPPED,
        LEFTOVERS_ENDED
    }

    private Stopping() {}

    /** Stops the stack in the folder, or what a dead one left running. */
    public static Outcome in(StackFolder folder) {
        Optional<RunRecord> run = RunRecord.read(folder);
        if (run.isEmpty()) {
            return Outcome.NOTHING_RAN;
        }
        Optional<ProcessHandle> stack = run.get().stack().running();
        if (stack.isPresent() && stops(stack.get())) {
            return Outcome.STOPPED;
        }
        stack.ifPresent(ProcessHandle::destroyForcibly);
        Leftovers.endIn(folder);
        RunRecord.delete(folder);
        return stack.isPresent() ? Outcome.STOPPED : Outcome.LEFTOVERS_ENDED;
    }

    private static boolean stops(ProcessHandle stack) {
        stack.destroy();
        return !stack.onExit()
                .completeOnTimeout(stack, STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                .join()
                .isAlive();
    }
}

package org.customervaluesquads.localstack.stack;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.customervaluesquads.localstack.infrastructure.EmbeddedInfrastructure;

/** What a stack left running because it was killed itself. */
final class Leftovers {

    private static final Duration KILL_WAIT = Duration.ofSeconds(10);

    private Leftovers() {}

    static void endIn(StackFolder folder) {
        RunRecord.read(folder)
                .ifPresent(last -> last.services().values().stream()
                        .flatMap(started -> started.running().stream())
                        .forEach(Leftovers::kill));
        EmbeddedInfrastructure.endLeftovers(folder.infrastructure());
    }

    private static void kill(ProcessHandle leftover) {
        leftover.destroyForcibly();
        leftover.onExit()
                .completeOnTimeout(leftover, KILL_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}

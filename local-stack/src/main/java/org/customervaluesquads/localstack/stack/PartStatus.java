package org.customervaluesquads.localstack.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customervaluesquads.localstack.infrastructure.EmbeddedInfrastructure;

/**
 * How one part of a stack does.
 *
 * @param process where it runs, if it does
 */
public record PartStatus(String part, Optional<ProcessHandle> process, int port, Path log) {

    /** Every part of the stack in the folder; none when it was never started, or was stopped. */
    public static List<PartStatus> in(StackFolder folder) {
        return RunRecord.read(folder).map(run -> of(run, folder)).orElse(List.of());
    }

    private static List<PartStatus> of(RunRecord run, StackFolder folder) {
        Ports ports = run.ports();
        Path log = folder.infrastructureLog();
        List<PartStatus> parts = new ArrayList<>();
        parts.add(new PartStatus("broker", run.stack().running(), ports.kafka(), log));
        parts.add(new PartStatus(
                "database", EmbeddedInfrastructure.databaseProcess(folder.infrastructure()), ports.postgres(), log));
        for (Service service : Service.values()) {
            Optional<ProcessHandle> process =
                    Optional.ofNullable(run.services().get(service)).flatMap(RunRecord.Started::running);
            parts.add(new PartStatus(service.module(), process, ports.of(service), folder.log(service)));
        }
        return parts;
    }

    /** Bytes of memory that it holds now; nothing when it does not run. */
    public long memory() {
        return process.map(ProcessMemory::of).orElse(0L);
    }
}

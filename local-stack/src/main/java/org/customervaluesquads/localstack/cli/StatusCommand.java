package org.customervaluesquads.localstack.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.customervaluesquads.localstack.stack.PartStatus;
import org.customervaluesquads.localstack.stack.StackFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows how each part of a stack does. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Show each part: whether it runs, its process, port, memory and log. Exit code 1 unless all run.")
final class StatusCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1024 * 1024;
    private static final int NOT_ALL_RUN = 1;

    @Mixin
    private FolderOption folder = new FolderOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StackFolder stack = new StackFolder(folder.get());
        List<PartStatus> parts = PartStatus.in(stack);
        if (parts.isEmpty()) {
            out.println("No stack runs in " + stack.root());
            return NOT_ALL_RUN;
        }
        out.printf("%-16s %-5s %8s %6s %8s  %s%n", "part", "state", "pid", "port", "memory", "log");
        long total = 0;
        for (PartStatus part : parts) {
            long memory = part.memory();
            total += memory;
            out.printf(
                    "%-16s %-5s %8s %6d %5d MB  %s%n",
                    part.part(),
                    part.process().isPresent() ? "up" : "down",
                    part.process().map(process -> Long.toString(process.pid())).orElse("-"),
                    part.port(),
                    memory / MEGABYTE,
                    part.log());
        }
        out.printf("%-16s %-5s %8s %6s %5d MB%n", "together", "", "", "", total / MEGABYTE);
        return parts.stream().allMatch(part -> part.process().isPresent()) ? 0 : NOT_ALL_RUN;
    }
}

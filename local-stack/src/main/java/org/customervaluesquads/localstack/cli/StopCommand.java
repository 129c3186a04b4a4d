package org.customervaluesquads.localstack.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.customervaluesquads.localstack.stack.StackFolder;
import org.customervaluesquads.localstack.stack.Stopping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops a stack from outside. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Stop the stack that runs in a folder; what it holds is kept.")
final class StopCommand implements Callable<Integer> {

    @Mixin
    private FolderOption folder = new FolderOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StackFolder stack = new StackFolder(folder.get());
        out.println(
                switch (Stopping.in(stack)) {
                    case NOTHING_RAN -> "No stack runs in " + stack.root();
                    case STOPPED -> "Stopped the stack in " + stack.root();
                    case LEFTOVERS_ENDED ->
                        "The stack in " + stack.root() + " was dead; ended what it had left running";
                });
        return 0;
    }
}

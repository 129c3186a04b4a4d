package org.customervaluesquads.localstack.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.customervaluesquads.localstack.stack.RunningStack;
import org.customervaluesquads.localstack.stack.Service;
import org.customervaluesquads.localstack.stack.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a stack on what its folder holds. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Start broker, database and the three services; Ctrl-C stops them. State survives a restart.")
final class StartCommand implements Callable<Integer> {

    @Mixin
    private FolderOption folder = new FolderOption();

    @Mixin
    private PortOptions ports = new PortOptions();

    @Option(names = "--fresh", description = "Forget what the folder holds and begin anew.")
    private boolean fresh;

    @Option(names = "--detach", description = "Return when everything is ready, and leave it running.")
    private boolean detach;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StackSettings settings = StackSettings.of(Home.folder(), folder.get(), ports.get());
        if (fresh) {
            settings = settings.afresh();
        }
        if (detach) {
            Background.start(settings, out);
            return 0;
        }
        out.println("The stack's folder is " + settings.folder().root());
        RunningStack stack = Foreground.start(settings, out);
        out.println();
        for (Service service : Service.values()) {
            out.printf("  %-16s %s/q/swagger-ui%n", service.module(), stack.url(service));
        }
        out.println();
        out.println("Ctrl-C stops everything; what it holds is kept.");
        out.flush();
        Foreground.watch(stack, out);
        return 0;
    }
}

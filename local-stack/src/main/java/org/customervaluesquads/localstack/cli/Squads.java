package org.customervaluesquads.localstack.cli;

import org.customervaluesquads.localstack.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The one command, {@code ./squads}. */
@Command(
        name = "./squads",
        mixinStandardHelpOptions = true,
        version = "Customer Value Squads 0.1.0",
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Squads, the intents of their customers, and an honest account of the outcome.%n",
        footer = {
            "",
            "Also, before anything runs:",
            "  test           Verify everything: format, static checks, unit, integration and acceptance tests.",
            "  backtest-text  Learn from a file of labelled texts, and tell how well those of another are labelled.",
            "  lab            Answer with the squads' statistics from a file: impact, attribution, customer value,"
                    + " experiment.",
            "",
            "./squads COMMAND --help tells more of each."
        },
        subcommands = {
            DemoCommand.class,
            StartCommand.class,
            StopCommand.class,
            StatusCommand.class,
            ReplayCommand.class,
            IntentsCommand.class,
            BacktestCommand.class
        })
public final class Squads {

    private static final int REFUSED = 1;

    private Squads() {}

    public static void main(String[] arguments) {
        InfrastructureLog.silence();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Squads()).setExecutionExceptionHandler(Squads::tell);
    }

    private static int tell(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof Refusal refusal) {
            command.getErr().println(refusal.getMessage());
            return REFUSED;
        }
        throw failure;
    }
}

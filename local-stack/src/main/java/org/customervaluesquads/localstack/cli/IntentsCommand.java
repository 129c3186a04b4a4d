package org.customervaluesquads.localstack.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.localstack.intents.HighestScores;
import org.customervaluesquads.localstack.intents.IntentLines;
import org.customervaluesquads.localstack.intents.PublishedIntents;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the highest intents that were ever published. */
@Command(
        name = "intents",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Show the customers with the highest scores on the topic of intents, with their evidence; so the"
                + " intents of history are seen, which have long faded by now.")
final class IntentsCommand implements Callable<Integer> {

    @Option(names = "--intent", paramLabel = "NAME", description = "Only this intent, such as purchase.")
    private @Nullable String intent;

    @Option(names = "--confirmed", description = "Only as they were just before the outcome that confirmed them.")
    private boolean confirmed;

    @Option(names = "--source", paramLabel = "NAME", description = "Only those whose outcome this source told of.")
    private @Nullable String source;

    @Option(names = "--top", defaultValue = "3", description = "How many customers (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "Where the broker is (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String bootstrapServers;

    @Option(
            names = "--topic-prefix",
            defaultValue = "",
            description = "The prefix of the installation's topics (default: none).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String prefix;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        HighestScores scores = HighestScores.of(intent, confirmed, source);
        PublishedIntents.read(bootstrapServers, prefix, scores::add);
        out.printf("%,d intents looked at%n", scores.seen());
        for (IntentChanged change : scores.top(top)) {
            out.println();
            out.println(change.occurredAt() + (change.outcome() == null ? "" : "  before " + change.outcome()));
            IntentLines.of(MessageJson.mapper().valueToTree(change), "  ").forEach(out::println);
        }
        out.flush();
        return 0;
    }
}

package org.customervaluesquads.metricsservice.lab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.customervaluesquads.metricsservice.lab.rest.Bench;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./squads lab}: the bench from files, in this process alone, with nothing running. */
@Command(
        name = "./squads lab",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Answer as /lab/... does, from a file in CSV or JSON; docs/statistics.md has the formats.",
        footer = {
            "",
            "  ./squads lab impact prop99.csv -o unit=State -o time=Year -o outcome=PacksPerCapita",
            "  ./squads lab attribution paths.csv -o model=shapley",
            "  ./squads lab customer-value orders.csv -o customer=customer_id -o time=invoice_ts",
            "  ./squads lab experiment test.csv -o control=A"
        })
public final class Lab implements Callable<Integer> {

    private static final int REFUSED = 1;
    private static final long BYTES_AT_MOST = 512L << 20;

    @Parameters(index = "0", paramLabel = "BENCH", description = "impact, attribution, customer-value or experiment.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String bench;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file, or - for what is piped in.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String file;

    @Option(
            names = {"-o", "--option"},
            paramLabel = "NAME=VALUE",
            description = "An option of the bench, or which column a role has, such as unit=State; repeatable.")
    private final Map<String, String> options = new LinkedHashMap<>();

    @Option(names = "--brief", description = "Only the answer in plain words.")
    private boolean brief;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Runs the command. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Lab()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Bench asked = Bench.called(bench)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "There is no bench " + bench + "; there are " + Bench.words()));
        try {
            JsonNode answer = json().valueToTree(asked.answer(text(), options));
            spec.commandLine()
                    .getOut()
                    .println(brief ? answer.path("sentence").asText() : json().writeValueAsString(answer));
            return 0;
        } catch (RefusedRequest refused) {
            refused.errors().forEach(error -> tell(error.field() + ": " + error.reason()));
        } catch (NoSuchFileException absent) {
            tell("There is no file " + file);
        } catch (CharacterCodingException otherEncoding) {
            tell(file + " is not in UTF-8");
        }
        return REFUSED;
    }

    private String text() throws IOException {
        if (file.equals("-")) {
            return new String(System.in.readAllBytes(), UTF_8);
        }
        Path path = Path.of(file);
        if (Files.size(path) > BYTES_AT_MOST) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), file + " is larger than " + BYTES_AT_MOST + " bytes");
        }
        return Files.readString(path);
    }

    private void tell(String what) {
        spec.commandLine().getErr().println(what);
    }

    private static ObjectMapper json() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.INDENT_OUTPUT);
    }
}

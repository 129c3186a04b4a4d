package org.customervaluesquads.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.customervaluesquads.benchmarks.load.Doors.Use;
import org.customervaluesquads.signalservice.Catalogues;

/**
 * The whole measurement: doors, topologies and the latency between, on one broker; the ratios last. Absolute figures
 * drift with the machine, ratios of one run do not.
 */
public final class Ratios {

    private static final String ONE = "door-one";
    private static final String HUNDRED = "door-hundred";
    private static final Set<String> ALL = Set.of(ONE, HUNDRED, Topologies.LIVE, Topologies.HISTORY, "latency");

    private Ratios() {}

    /** Runs all parts, or those that are named; from the project's root. */
    public static void main(String... parts) throws Exception {
        Quiet.log();
        Set<String> wanted = parts.length == 0 ? ALL : Set.of(parts);
        Path root = Path.of("").toAbsolutePath();
        Instant begun = Instant.now();
        StringBuilder ratios = new StringBuilder();
        try (Bench bench = Bench.start()) {
            for (String kind : List.of(Topologies.LIVE, Topologies.HISTORY)) {
                if (wanted.contains(kind)) {
                    topology(bench, kind, ratios);
                }
            }
            doors(bench, root, wanted, ratios);
            if (wanted.contains("latency")) {
                ratios.append(new Steady(bench, root, seconds("warm", 20), seconds("measured", 15))
                        .measure()
                        .line());
                ratios.append('\n');
            }
        }
        ratios.append(
                "state of a customer with 20 features: %d bytes%n".formatted(CustomerSize.of(Catalogues.intents())));
        System.out.printf("%n%stook %s%n", ratios, Duration.between(begun, Instant.now()));
        System.exit(0);
    }

    private static void doors(Bench bench, Path root, Set<String> wanted, StringBuilder ratios) throws Exception {
        List<Use> uses = Stream.of(new Use(ONE, 1, 512), new Use(HUNDRED, 100, 32))
                .filter(use -> wanted.contains(use.name()) || wanted.contains("doors"))
                .toList();
        if (uses.isEmpty()) {
            return;
        }
        Doors.Settings settings = new Doors.Settings(
                Long.getLong("warm.requests", 30_000), seconds("measured", 5), Integer.getInteger("turns", 5));
        for (List<Turns> doors : new Doors(bench, root, settings).measure(uses)) {
            compare(doors, ratios);
        }
    }

    /** The product comes last. */
    private static void compare(List<Turns> programs, StringBuilder ratios) {
        programs.forEach(program -> System.out.println(program.line()));
        Turns product = programs.getLast();
        programs.stream().limit(programs.size() - 1L).forEach(bare -> ratios.append(product.ratioTo(bare)));
    }

    private static void topology(Bench bench, String kind, StringBuilder ratios) throws Exception {
        Topologies topologies = new Topologies(
                bench,
                kind,
                Long.getLong("warm.signals", 400_000),
                Long.getLong("signals", 400_000),
                Integer.getInteger("turns", 3));
        compare(topologies.measure(), ratios);
    }

    private static Duration seconds(String property, int otherwise) {
        return Duration.ofSeconds(Integer.getInteger(property, otherwise));
    }
}

package org.customervaluesquads.benchmarks.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.customervaluesquads.contracts.Topics;

/**
 * The service's topology and the bare one, turn by turn over the same signals on the same broker. The bare one does not mind
 * over what time the signals are spread; the service looks after whoever is silent meanwhile, and learns.
 */
final class Topologies {

    /** As at the steady rate of the design: signals of a few minutes. */
    static final String LIVE = "topology";

    /** A history of a few days is read, so that each customer falls silent again and again and lessons settle. */
    static final String HISTORY = "history";

    private static final double LIVE_PER_SECOND = 2_000;
    private static final Duration HISTORY_SPAN = Duration.ofDays(3);
    private static final Duration END_MAX = Duration.ofMinutes(15);

    private final Bench bench;
    private final String prefix;
    private final Duration span;
    private final long warm;
    private final long signals;
    private final int turns;

    /** Of one kind, with so many signals to warm up and then to measure. */
    Topologies(Bench bench, String kind, long warm, long signals, int turns) {
        this.bench = bench;
        this.prefix = kind + "-";
        this.span = kind.equals(HISTORY)
                ? HISTORY_SPAN
                : Duration.ofMillis((long) ((warm + signals) / LIVE_PER_SECOND * 1_000));
        this.warm = warm;
        this.signals = signals;
        this.turns = turns;
    }

    /** Two bare programs, with and without headers on what they read, then the product. */
    List<Turns> measure() throws Exception {
        bench.createTopics(prefix, TopologyProgram.BARE_CHANGES, TopologyProgram.EVENTS, TopologyProgram.BODIES);
        bench.publishSquads(prefix);
        try (KafkaProducer<String, byte[]> producer = bench.producer()) {
            Judged.Into into = new Judged.Into(
                    Topics.SIGNALS_JUDGED.in(prefix), prefix + TopologyProgram.EVENTS, prefix + TopologyProgram.BODIES);
            Judged.fill(into, producer, warm + signals, span);
        }
        List<String> programs = List.of(TopologyProgram.BARE, TopologyProgram.BAREST, TopologyProgram.PRODUCT);
        Map<String, List<Measured>> measured = new LinkedHashMap<>();
        for (int turn = 0; turn < turns; turn++) {
            for (String program : programs) {
                measured.computeIfAbsent(program, none -> new ArrayList<>()).add(run(program, turn));
            }
        }
        System.out.printf(
                "for each signal, transactions' ends included: %.2f records to signals, %.2f to intents, %.2f to"
                        + " squad-intents%n",
                perSignal(Topics.SIGNALS.name()), perSignal(Topics.INTENTS.name()), perSignal("squad-intents"));
        return measured.entrySet().stream()
                .map(each -> new Turns(prefix + each.getKey(), each.getValue()))
                .toList();
    }

    private double perSignal(String topic) throws Exception {
        return bench.size(prefix + topic) / (double) ((warm + signals) * turns);
    }

    private Measured run(String which, int turn) throws Exception {
        String name = which + "-" + turn;
        Path log = bench.in("topology-" + name + ".log");
        List<String> arguments = List.of(
                which,
                bench.broker(),
                prefix,
                bench.in("states-" + name).toString(),
                String.valueOf(warm),
                String.valueOf(warm + signals));
        try (ChildProcess program =
                ChildProcess.start(log, Map.of(), ChildProcess.ofThisProgram(TopologyProgram.class, arguments))) {
            program.awaitEnd(END_MAX);
        }
        String[] result = Files.readAllLines(log).stream()
                .filter(line -> line.startsWith(TopologyProgram.RESULT + " "))
                .findFirst()
                .orElseThrow()
                .split(" ", -1);
        return new Measured(
                which + " topology",
                Long.parseLong(result[1]),
                Duration.ofNanos(Long.parseLong(result[2])),
                Duration.ofNanos(Long.parseLong(result[3])));
    }
}

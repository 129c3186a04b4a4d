package org.customervaluesquads.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.DoubleSupplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.topology.SignalTopology;

/**
 * A topology in a process of its own: the service's or the bare one, with the service's own settings of Kafka Streams.
 * Works a filled topic off, and prints what it took from the end of the warming up to the last signal.
 */
final class TopologyProgram {

    static final String BARE_CHANGES = "bare-changes";

    static final String PRODUCT = "product";

    /** Reads each signal as a CloudEvent of its own; the service's program reads packs. */
    static final String BARE = "bare";

    /** Reads records that have no headers. */
    static final String BAREST = "barest";

    static final String EVENTS = "single-signals";
    static final String BODIES = "signals-without-headers";

    static final String RESULT = "measured";

    private static final String SETTINGS = "kafka-streams.";
    private static final Duration WAIT_MAX = Duration.ofMinutes(7);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final int CUSTOMERS_PER_DEVICE = 3;

    private TopologyProgram() {}

    /** Arguments: the program, the broker, the topics' prefix, the folder for states, signals to warm up, signals. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Quiet.log();
        Metrics.addRegistry(new SimpleMeterRegistry());
        String prefix = arguments[2];
        long warm = Long.parseLong(arguments[4]);
        long all = Long.parseLong(arguments[5]);
        boolean isProduct = arguments[0].equals(PRODUCT);
        String read = prefix + (arguments[0].equals(BARE) ? EVENTS : BODIES);
        Topology topology = isProduct ? product(prefix) : BareTopology.build(read, prefix + BARE_CHANGES);
        Properties settings = serviceSettings();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[1]);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, prefix + arguments[0] + "-" + System.nanoTime());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, arguments[3]);
        try (KafkaStreams streams = new KafkaStreams(topology, settings)) {
            streams.start();
            OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            DoubleSupplier processed = isProduct ? TopologyProgram::counted : () -> processed(streams);
            waitFor(streams, processed, warm);
            long from = System.nanoTime();
            long cpuFrom = process.getProcessCpuTime();
            double begun = processed.getAsDouble();
            waitFor(streams, processed, all);
            System.out.printf(
                    "%s %d %d %d%n",
                    RESULT,
                    (long) (processed.getAsDouble() - begun),
                    System.nanoTime() - from,
                    process.getProcessCpuTime() - cpuFrom);
            System.out.flush();
        }
    }

    private static Topology product(String prefix) {
        return SignalTopology.build(
                new SignalTopology.Settings(prefix, Duration.ofDays(7), CUSTOMERS_PER_DEVICE, true),
                SignalTopology.Views.of(Catalogues.intents()));
    }

    private static Properties serviceSettings() throws IOException {
        Properties written = new Properties();
        try (InputStream in = Objects.requireNonNull(
                Catalogues.class.getResourceAsStream("/application.properties"), "the service's settings")) {
            written.load(in);
        }
        Properties settings = new Properties();
        written.stringPropertyNames().stream()
                .filter(key ->
                        key.startsWith(SETTINGS) && !written.getProperty(key).contains("${"))
                .forEach(key -> settings.put(key.substring(SETTINGS.length()), written.getProperty(key)));
        return settings;
    }

    private static void waitFor(KafkaStreams streams, DoubleSupplier processed, long signals)
            throws InterruptedException {
        long until = System.nanoTime() + WAIT_MAX.toNanos();
        while (processed.getAsDouble() < signals) {
            if (System.nanoTime() > until || streams.state() == KafkaStreams.State.ERROR) {
                throw new IllegalStateException("the topology did not work its topic off");
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** The signals that the service's topology has counted, as its own meters say: its records are packs of them. */
    private static double counted() {
        return Metrics.globalRegistry.find("squads.signals.counted").timers().stream()
                .mapToDouble(Timer::count)
                .sum();
    }

    /** The records that all threads of the topology have processed together. */
    private static double processed(KafkaStreams streams) {
        double sum = 0;
        for (ThreadMetadata thread : streams.metadataForLocalThreads()) {
            Metric processed = streams.metrics()
                    .get(new MetricName(
                            "process-total", "stream-thread-metrics", "", Map.of("thread-id", thread.threadName())));
            sum += processed == null ? 0 : (Double) processed.metricValue();
        }
        return sum;
    }
}

package org.customervaluesquads.localstack.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker (KRaft, one node, transactions on) in this JVM, reachable from this machine only; its folder is kept. */
public final class Broker implements AutoCloseable {

    private static final int NODE = 1;
    private static final String HOST = "localhost";
    private static final String CONTROLLER = "CONTROLLER";
    /** The same for every folder, so that a folder whose formatting was cut short can be formatted to its end. */
    private static final String CLUSTER_ID = "bG9jYWwtc3RhY2stMDAwMQ";

    private static final int MEGABYTE = 1024 * 1024;

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on the folder's records, or formats it first; port 0 takes any that is free. */
    public static Broker start(Path folder, int port) {
        int clientPort = port == 0 ? FreePort.any() : port;
        format(folder);
        KafkaRaftServer server = new KafkaRaftServer(configuration(folder, clientPort), Time.SYSTEM);
        server.startup();
        return new Broker(server, clientPort);
    }

    /** The address, as Kafka clients take it. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream())) {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(NODE)
                    .setClusterId(CLUSTER_ID)
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the broker cannot use the folder " + folder, unwritable);
        } catch (Exception refused) {
            throw new IllegalStateException("the broker cannot format the folder " + folder, refused);
        }
    }

    private static KafkaConfig configuration(Path folder, int clientPort) {
        int controllerPort = FreePort.any();
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", String.valueOf(NODE));
        properties.setProperty("log.dirs", folder.toString());
        properties.setProperty("controller.listener.names", CONTROLLER);
        properties.setProperty("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.setProperty("inter.broker.listener.name", "CLIENTS");
        properties.setProperty(
                "listeners", "CLIENTS://" + HOST + ":" + clientPort + ",CONTROLLER://" + HOST + ":" + controllerPort);
        properties.setProperty("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
        // A restart waits until the session of the broker before it has ended.
        properties.setProperty("broker.session.timeout.ms", "1500");
        properties.setProperty("broker.heartbeat.interval.ms", "250");
        // There is one broker, and it hosts what a cluster would spread.
        properties.setProperty("default.replication.factor", "1");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "4");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", "4");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        // A misspelt topic is an error, as in production.
        properties.setProperty("auto.create.topics.enable", "false");
        // A laptop's share of memory, files and threads.
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(8 * MEGABYTE));
        properties.setProperty("log.cleaner.io.buffer.size", String.valueOf(MEGABYTE));
        properties.setProperty("log.segment.bytes", String.valueOf(64 * MEGABYTE));
        properties.setProperty("log.index.size.max.bytes", String.valueOf(MEGABYTE));
        return new KafkaConfig(properties, false);
    }
}

package org.customervaluesquads.localstack.cli;

import org.customervaluesquads.localstack.stack.Ports;
import picocli.CommandLine.Option;

/** Which ports a stack listens on. */
final class PortOptions {

    @Option(
            names = "--squad-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "squad-service (default: ${DEFAULT-VALUE}).")
    private int squad;

    @Option(
            names = "--signal-port",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = "signal-service (default: ${DEFAULT-VALUE}).")
    private int signal;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            defaultValue = "8083",
            description = "metrics-service (default: ${DEFAULT-VALUE}).")
    private int metrics;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "The broker (default: ${DEFAULT-VALUE}).")
    private int kafka;

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            defaultValue = "5432",
            description = "The database (default: ${DEFAULT-VALUE}).")
    private int postgres;

    Ports get() {
        return new Ports(squad, signal, metrics, kafka, postgres);
    }
}

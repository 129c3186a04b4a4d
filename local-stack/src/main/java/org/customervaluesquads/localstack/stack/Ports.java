package org.customervaluesquads.localstack.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.customervaluesquads.localstack.Refusal;
import org.customervaluesquads.localstack.infrastructure.FreePort;

/** The ports of the loopback interface that a stack listens on. */
public record Ports(int squad, int signal, int metrics, int kafka, int postgres) {

    /** Those that the documentation names. */
    public static final Ports USUAL = new Ports(8081, 8082, 8083, 9092, 5432);

    /** Ports that are free now, for stacks that must not be in each other's way. */
    public static Ports free() {
        return new Ports(FreePort.any(), FreePort.any(), FreePort.any(), FreePort.any(), FreePort.any());
    }

    /** The port that a service listens on. */
    public int of(Service service) {
        return switch (service) {
            case SQUAD -> squad;
            case SIGNAL -> signal;
            case METRICS -> metrics;
        };
    }

    /** Each with the name of the option that changes it. */
    public Map<String, Integer> byOption() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("--squad-port", squad);
        ports.put("--signal-port", signal);
        ports.put("--metrics-port", metrics);
        ports.put("--kafka-port", kafka);
        ports.put("--postgres-port", postgres);
        return ports;
    }

    /**
     * Looks at each before anything is started.
     *
     * @throws Refusal if one is in use, or is named twice
     */
    public void requireFree() {
        Map<Integer, String> taken = new LinkedHashMap<>();
        byOption().forEach((option, port) -> {
            String other = taken.put(port, option);
            if (other != null) {
                throw new Refusal("port " + port + " is named twice: by " + other + " and by " + option);
            }
            if (!FreePort.is(port)) {
                throw new Refusal("port " + port + " is in use: choose another with " + option);
            }
        });
    }
}

package org.customervaluesquads.localstack.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.localstack.infrastructure.Infrastructure;

/** The environment variables and properties that tell a service where everything is. */
final class ServiceEnvironment {

    private static final String HOST = "localhost";

    private ServiceEnvironment() {}

    static Map<String, String> of(Service service, Infrastructure infrastructure, StackFolder folder, Ports ports) {
        int port = ports.of(service);
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", infrastructure.bootstrapServers());
        environment.put("QUARKUS_HTTP_HOST", HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_KAFKA_STREAMS_APPLICATION_SERVER", HOST + ":" + port);
        // Else each of many threads gets an arena of its own from the C library, and keeps it.
        environment.put("MALLOC_ARENA_MAX", "2");
        service.database().ifPresent(database -> {
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", infrastructure.jdbcUrl(database));
            environment.put("QUARKUS_DATASOURCE_USERNAME", infrastructure.username());
            environment.put("QUARKUS_DATASOURCE_PASSWORD", infrastructure.password());
        });
        return environment;
    }

    /** Kafka Streams is given only what has its name as a property: a variable's name does not tell dots. */
    static List<String> streamsProperties(Service service, StackFolder folder) {
        return List.of(
                "-Dkafka-streams.state.dir=" + folder.state(service),
                // Without a name of its own, a restarted member waits until its former self is given up.
                "-Dkafka-streams.group.instance.id=" + service.module());
    }
}

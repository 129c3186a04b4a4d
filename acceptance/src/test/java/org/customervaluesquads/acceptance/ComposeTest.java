package org.customervaluesquads.acceptance;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.acceptance.Checkout.version;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.localstack.infrastructure.Database;
import org.customervaluesquads.localstack.stack.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docker-compose.yml} repeats what the code says, and agrees with it. */
class ComposeTest {

    private static final String JDBC_URL = "jdbc:postgresql://postgres:5432/";

    private final ComposeFile compose = ComposeFile.read();

    ComposeTest() throws IOException {}

    @Test
    void runsEveryServiceOfTheBuildAndOnlyBrokerAndDatabaseBeside() throws IOException {
        Set<String> containers = compose.containers();

        assertThat(compose.services())
                .isEqualTo(Checkout.serviceModules())
                .isEqualTo(Stream.of(Service.values()).map(Service::module).collect(Collectors.toSet()));
        assertThat(containers)
                .containsAll(compose.services())
                .contains("kafka", "postgres")
                .hasSize(compose.services().size() + 2);
    }

    @Test
    void runsTheBrokerThatTheServicesAreBuiltFor() throws IOException {
        String image = compose.image("kafka");

        assertThat(image).isEqualTo("apache/kafka:" + version("kafka.version"));
    }

    @Test
    void runsTheDatabaseThatTheTestsRunOn() throws IOException {
        String image = compose.image("postgres");

        assertThat(Checkout.found("^postgres:([\\d.]+)-", image) + ".0")
                .isEqualTo(version("postgresql-binaries.version"));
    }

    @ParameterizedTest
    @EnumSource
    void opensThePortThatAServiceListensOnToThisMachineOnly(Service service) throws IOException {
        String port = new ServiceModule(service.module()).properties().getProperty("quarkus.http.port");

        assertThat(compose.ports(service.module())).containsExactly("127.0.0.1:" + port + ":" + port);
    }

    @ParameterizedTest
    @EnumSource
    void setsOnlyVariablesThatTheServiceReads(Service service) throws IOException {
        Set<String> read = new ServiceModule(service.module()).variablesRead();

        assertThat(read).containsAll(compose.environment(service.module()).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void tellsAServiceWhereBrokerAndDatabaseAre(Service service) {
        Map<String, String> environment = compose.environment(service.module());

        assertThat(environment).containsEntry("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
        assertThat(Optional.ofNullable(environment.get("QUARKUS_DATASOURCE_JDBC_URL")))
                .isEqualTo(service.database().map(JDBC_URL::concat));
        assertThat(Optional.ofNullable(environment.get("QUARKUS_DATASOURCE_PASSWORD")))
                .isEqualTo(service.database()
                        .map(ignored -> compose.environment("postgres").get("POSTGRES_PASSWORD")));
        assertThat(Optional.ofNullable(environment.get("QUARKUS_DATASOURCE_USERNAME")))
                .isEqualTo(service.database()
                        .map(ignored -> compose.environment("postgres").get("POSTGRES_USER")));
    }

    @Test
    void makesTheDatabasesThatTheServicesUse() {
        Set<String> databases = compose.databases();

        assertThat(databases)
                .isEqualTo(Set.copyOf(Database.NAMES))
                .isEqualTo(Stream.of(Service.values())
                        .flatMap(service -> service.database().stream())
                        .collect(Collectors.toSet()));
        assertThat(compose.environment("postgres")).containsEntry("POSTGRES_USER", Database.OWNER);
    }

    @ParameterizedTest
    @EnumSource
    void startsAServiceWhenWhatItUsesIsHealthy(Service service) {
        Set<String> used = new HashSet<>(Set.of("kafka"));
        service.database().ifPresent(database -> used.add("postgres"));

        Map<String, String> waits = compose.waitsFor(service.module());

        assertThat(waits).containsOnlyKeys(used);
        assertThat(waits.values()).containsOnly("service_healthy");
        assertThat(used)
                .allSatisfy(other -> assertThat(
                                compose.container(other).path("healthcheck").path("test"))
                        .isNotEmpty());
    }

    @Test
    void givesEachStreamsInstanceANameOfItsOwn() throws IOException {
        List<String> streaming = compose.services().stream()
                .filter(name -> compose.environment(name).containsKey("KAFKA_STREAMS_GROUP_INSTANCE_ID"))
                .toList();

        assertThat(streaming).containsExactlyInAnyOrderElementsOf(servicesThatStream());
        assertThat(streaming)
                .extracting(name -> compose.environment(name).get("KAFKA_STREAMS_GROUP_INSTANCE_ID"))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesNoTopicThatTheContractsDoNotKnow() {
        List<String> topics = compose.containers().stream()
                .flatMap(container -> compose.environment(container).entrySet().stream())
                .filter(variable -> variable.getKey().matches(".*_TOPICS?"))
                .flatMap(variable -> Arrays.stream(variable.getValue().split(",")))
                .toList();

        assertThat(topics).isSubsetOf(Topics.ALL.stream().map(Topic::name).toList());
    }

    @Test
    void leavesMakingTopicsToTheServices() {
        Map<String, String> environment = compose.environment("kafka");

        assertThat(environment).containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        assertThat(compose.services())
                .allSatisfy(name -> assertThat(compose.environment(name)).containsEntry("SQUADS_TOPIC_REPLICAS", "1"));
    }

    @Test
    void declaresEveryVolumeAndUsesEachOnce() {
        List<String> used = compose.containers().stream()
                .flatMap(name -> compose.volumes(name).keySet().stream())
                .toList();

        assertThat(used).containsExactlyInAnyOrderElementsOf(compose.volumesDeclared());
    }

    @Test
    void boundsTheMemoryOfEveryContainerAndStartsItAgain() {
        Set<String> containers = compose.containers();

        assertThat(containers)
                .filteredOn(name -> compose.container(name).path("mem_limit").isMissingNode())
                .isEmpty();
        assertThat(containers)
                .filteredOn(not(
                        name -> compose.container(name).path("restart").asText().equals("unless-stopped")))
                .isEmpty();
    }

    private Set<String> servicesThatStream() throws IOException {
        Set<String> streaming = new HashSet<>();
        for (String name : compose.services()) {
            if (new ServiceModule(name).uses("quarkus-kafka-streams")) {
                streaming.add(name);
            }
        }
        return streaming;
    }
}

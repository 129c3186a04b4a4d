package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.acceptance.Checkout.version;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.localstack.stack.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The services' images are made alike, and as the compose file and the build expect. */
class DockerfilesTest {

    private static final String STATE_DIR = "KAFKA_STREAMS_STATE_DIR";

    private final ComposeFile compose = ComposeFile.read();

    DockerfilesTest() throws IOException {}

    @ParameterizedTest
    @EnumSource
    void areThoseThatTheComposeFileBuilds(Service service) throws IOException {
        String name = service.module();

        assertThat(compose.container(name).path("build").path("context").asText())
                .isEqualTo(".");
        assertThat(compose.container(name).path("build").path("dockerfile").asText())
                .isEqualTo(name + "/src/main/docker/Dockerfile");
        assertThat(dockerfile(service).text()).contains("ARG SERVICE=" + name + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void findWhatTheBuildLeavesInTheirContext(Service service) throws IOException {
        String ignored = Checkout.text(".dockerignore");

        assertThat(ignored.lines()).contains("*", "!" + service.module() + "/target/quarkus-app");
    }

    @ParameterizedTest
    @EnumSource
    void haveTheJavaThatTheServicesAreCompiledFor(Service service) throws IOException {
        String base = dockerfile(service).base();

        assertThat(base).matches("eclipse-temurin:" + version("maven.compiler.release") + "\\.[\\d._]+-jre-\\w+");
    }

    @ParameterizedTest
    @EnumSource
    void offerThePortThatTheServiceListensOn(Service service) throws IOException {
        Dockerfile dockerfile = dockerfile(service);

        assertThat(dockerfile.port())
                .isEqualTo(new ServiceModule(service.module()).properties().getProperty("quarkus.http.port"));
        assertThat(dockerfile.only("EXPOSE")).isEqualTo("$QUARKUS_HTTP_PORT");
    }

    @ParameterizedTest
    @EnumSource
    void setOnlyVariablesThatTheServiceOrTheJvmReads(Service service) throws IOException {
        Map<String, String> variables = dockerfile(service).environment();

        variables.remove("JAVA_TOOL_OPTIONS");

        assertThat(new ServiceModule(service.module()).variablesRead()).containsAll(variables.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void runAsAUserWhoIsNotRoot(Service service) throws IOException {
        String user = dockerfile(service).only("USER");

        assertThat(user).matches("[1-9]\\d+:[1-9]\\d+");
    }

    @ParameterizedTest
    @EnumSource
    void askWhetherTheServiceIsReady(Service service) throws IOException {
        String check = dockerfile(service).only("HEALTHCHECK");

        assertThat(check).contains("CMD [\"bash\", \"-c\"");
        assertThat(dockerfile(service).text())
                .contains("/dev/tcp/127.0.0.1/$QUARKUS_HTTP_PORT ")
                .contains("'GET /q/health/ready HTTP/1.0");
    }

    @ParameterizedTest
    @EnumSource
    void letTheSignalToStopReachTheJvm(Service service) throws IOException {
        String entryPoint = dockerfile(service).only("ENTRYPOINT");

        assertThat(entryPoint).startsWith("[\"java\", ").endsWith("\"-jar\", \"quarkus-run.jar\"]");
    }

    @ParameterizedTest
    @EnumSource
    void keepTheStateOfStreamsInAVolumeOfTheUser(Service service) throws IOException {
        Dockerfile dockerfile = dockerfile(service);

        if (new ServiceModule(service.module()).uses("quarkus-kafka-streams")) {
            String[] user = dockerfile.only("USER").split(":");
            assertThat(compose.volumes(service.module()))
                    .containsValue(dockerfile.environment().get(STATE_DIR));
            assertThat(dockerfile.only("VOLUME")).isEqualTo("$" + STATE_DIR);
            assertThat(dockerfile.only("RUN"))
                    .isEqualTo("install -d -o %s -g %s $%s".formatted(user[0], user[1], STATE_DIR));
        } else {
            assertThat(dockerfile.environment()).doesNotContainKey(STATE_DIR);
            assertThat(compose.volumes(service.module())).isEmpty();
        }
    }

    @Test
    void differInNamePortAndStateOnly() throws IOException {
        List<String> squad = lines(Service.SQUAD);
        List<String> signal = lines(Service.SIGNAL);
        List<String> metrics = lines(Service.METRICS);

        assertThat(metrics).isEqualTo(signal);
        assertThat(signal).containsSubsequence(squad);
        assertThat(signal.stream().filter(line -> !squad.contains(line)))
                .allMatch(line -> line.contains(STATE_DIR) || line.startsWith("# Given to the user"));
    }

    private static List<String> lines(Service service) throws IOException {
        return dockerfile(service).linesOfAnyService(service.module());
    }

    private static Dockerfile dockerfile(Service service) throws IOException {
        return new ServiceModule(service.module()).dockerfile();
    }
}

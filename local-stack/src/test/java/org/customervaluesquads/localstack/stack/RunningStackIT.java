package org.customervaluesquads.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.customervaluesquads.localstack.Refusal;
import org.customervaluesquads.localstack.infrastructure.FreePort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunningStackIT {

    @TempDir
    Path folder;

    private StackSettings settings;

    @BeforeEach
    void usesStubs() {
        Path stub = StubService.jarIn(folder);
        settings = new StackSettings(new StackFolder(folder.resolve("stack")), Ports.free(), service -> stub, false);
    }

    @Test
    void hasEveryPartUpWhenItIsReady() {
        try (RunningStack stack = RunningStack.start(settings, StartListener.NONE)) {
            List<PartStatus> parts = PartStatus.in(stack.folder());

            assertThat(parts).hasSize(5).allSatisfy(part -> {
                assertThat(part.process()).isPresent();
                assertThat(part.memory()).isPositive();
            });
        }
    }

    @Test
    void leavesNothingRunningWhenItIsClosed() {
        RunningStack stack = RunningStack.start(settings, StartListener.NONE);
        ProcessHandle service = stack.process(Service.SIGNAL);

        stack.close();

        assertThat(service.isAlive()).isFalse();
        assertThat(PartStatus.in(stack.folder())).isEmpty();
        settings.ports().requireFree();
    }

    @Test
    void startsAServiceAgainThatWasKilled() {
        try (RunningStack stack = RunningStack.start(settings, StartListener.NONE)) {
            ProcessHandle before = stack.process(Service.METRICS);

            stack.kill(Service.METRICS);
            stack.start(Service.METRICS);

            assertThat(before.isAlive()).isFalse();
            assertThat(stack.process(Service.METRICS).isAlive()).isTrue();
        }
    }

    @Test
    void keepsItsRowsUnlessItStartsAfresh() throws Exception {
        try (RunningStack stack = RunningStack.start(settings, StartListener.NONE)) {
            execute(stack, "CREATE TABLE note (text TEXT)");
        }

        try (RunningStack stack = RunningStack.start(settings, StartListener.NONE)) {
            execute(stack, "SELECT * FROM note");
        }
        try (RunningStack stack = RunningStack.start(settings.afresh(), StartListener.NONE)) {
            assertThatThrownBy(() -> execute(stack, "SELECT * FROM note")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void namesTheServiceThatEndsAtItsStartAndStopsTheRest() {
        Path broken = StubService.brokenJarIn(folder);
        Path stub = StubService.jarIn(folder);
        StackSettings oneBroken = new StackSettings(
                settings.folder(), settings.ports(), service -> service == Service.SIGNAL ? broken : stub, false);

        assertThatThrownBy(() -> RunningStack.start(oneBroken, StartListener.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("signal-service ended at its start with 3, see ");

        assertThat(settings.folder().log(Service.SIGNAL)).content().contains("no configuration");
        settings.ports().requireFree();
    }

    @Test
    void refusesASecondStartOnTheSameFolder() {
        try (RunningStack stack = RunningStack.start(settings, StartListener.NONE)) {
            StackSettings otherPorts = new StackSettings(stack.folder(), Ports.free(), settings.jars(), false);

            assertThatThrownBy(() -> RunningStack.start(otherPorts, StartListener.NONE))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("already runs in");

            assertThat(PartStatus.in(stack.folder()))
                    .allMatch(part -> part.process().isPresent());
        }
    }

    @Test
    void namesThePortThatIsInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(settings.ports().metrics())) {
            assertThatThrownBy(() -> RunningStack.start(settings, StartListener.NONE))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("port " + other.getLocalPort() + " is in use: choose another with --metrics-port");
        }
    }

    @Test
    void emptiesOnlyAFolderThatIsAStacks() throws IOException {
        Path letters = Files.createDirectory(folder.resolve("letters"));
        Path letter = Files.writeString(letters.resolve("letter.txt"), "do not lose me");
        StackSettings there = new StackSettings(new StackFolder(letters), Ports.free(), settings.jars(), true);

        assertThatThrownBy(() -> RunningStack.start(there, StartListener.NONE)).isInstanceOf(Refusal.class);

        assertThat(letter).hasContent("do not lose me");
        assertThat(FreePort.is(there.ports().kafka())).isTrue();
    }

    private static void execute(RunningStack stack, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl("squads"), "squads", "squads");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

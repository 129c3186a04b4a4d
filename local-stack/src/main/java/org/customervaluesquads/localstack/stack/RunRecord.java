package org.customervaluesquads.localstack.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a stack writes down about its run, for whoever asks for its status, wants to stop it, or finds it dead.
 *
 * @param stack the process that holds broker and database
 * @param ready whether everything answers
 */
public record RunRecord(Started stack, Ports ports, Map<Service, Started> services, boolean ready) {

    /** A process, told apart from a later one that happens to get the same number. */
    public record Started(long pid, Instant at) {

        static Started of(ProcessHandle process) {
            return new Started(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
        }

        /** The process, if it still runs. */
        public Optional<ProcessHandle> running() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> Started.of(process).equals(this));
        }

        private static Started parsed(String text) {
            String[] parts = text.split(" ", -1);
            return new Started(Long.parseLong(parts[0]), Instant.parse(parts[1]));
        }

        private String text() {
            return pid + " " + at;
        }
    }

    void write(StackFolder folder) {
        Properties record = new Properties();
        record.setProperty("stack", stack.text());
        record.setProperty("ready", Boolean.toString(ready));
        ports.byOption().forEach((option, port) -> record.setProperty(option, Integer.toString(port)));
        services.forEach((service, started) -> record.setProperty(service.module(), started.text()));
        Path unfinished = folder.runRecord().resolveSibling("run.unfinished");
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            record.store(writer, null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        try {
            Files.move(unfinished, folder.runRecord(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The record of the folder's present run, or of one that ended unclean. */
    public static Optional<RunRecord> read(StackFolder folder) {
        if (!Files.exists(folder.runRecord())) {
            return Optional.empty();
        }
        Properties record = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.runRecord())) {
            record.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Map<Service, Started> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Optional.ofNullable(record.getProperty(service.module()))
                    .ifPresent(text -> services.put(service, Started.parsed(text)));
        }
        return Optional.of(new RunRecord(
                Started.parsed(record.getProperty("stack")),
                ports(record),
                services,
                Boolean.parseBoolean(record.getProperty("ready"))));
    }

    static void delete(StackFolder folder) {
        try {
            Files.deleteIfExists(folder.runRecord());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Ports ports(Properties record) {
        return new Ports(
                port(record, "--squad-port"),
                port(record, "--signal-port"),
                port(record, "--metrics-port"),
                port(record, "--kafka-port"),
                port(record, "--postgres-port"));
    }

    private static int port(Properties record, String option) {
        return Integer.parseInt(record.getProperty(option));
    }
}

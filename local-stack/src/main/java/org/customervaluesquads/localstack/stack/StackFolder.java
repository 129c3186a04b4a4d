package org.customervaluesquads.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.customervaluesquads.localstack.Refusal;

/** The folder that a stack keeps everything in: records, rows, state, logs. */
public record StackFolder(Path root) {

    /** What is at the root of every such folder, so that only such a folder is ever emptied. */
    private static final String MARK = "this-is-a-stack-of-customer-value-squads";

    public StackFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path infrastructure() {
        return root.resolve("infrastructure");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(Service service) {
        return logs().resolve(service.module() + ".log");
    }

    /** What the broker and the database tell of themselves. */
    public Path infrastructureLog() {
        return logs().resolve("infrastructure.log");
    }

    /** What a stack in the background says. */
    public Path stackLog() {
        return logs().resolve("stack.log");
    }

    public Path state(Service service) {
        return root.resolve(service.module());
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path runRecord() {
        return root.resolve("run.properties");
    }

    /** Creates what is missing. */
    public void prepare() {
        try {
            Files.createDirectories(logs());
            for (Service service : Service.values()) {
                Files.createDirectories(state(service));
            }
            Path mark = root.resolve(MARK);
            if (!Files.exists(mark)) {
                Files.createFile(mark);
            }
        } catch (IOException unwritable) {
            throw new Refusal("the folder " + root + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }

    /**
     * Deletes everything in it but the lock, which whoever calls this holds.
     *
     * @throws Refusal if it holds something that is not a stack's
     */
    void empty() {
        if (!Files.exists(root.resolve(MARK))) {
            throw new Refusal("the folder " + root + " is not empty and not a stack's: it is left as it is");
        }
        try {
            for (Path file : contents()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException("the folder " + root + " cannot be emptied", undeletable);
        }
    }

    /** Whether a stack was started in it before. */
    boolean isUsed() throws IOException {
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.anyMatch(file -> !file.equals(lock()));
        }
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.equals(root) && !file.equals(lock()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}

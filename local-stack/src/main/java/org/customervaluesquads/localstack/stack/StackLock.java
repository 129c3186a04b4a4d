package org.customervaluesquads.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.customervaluesquads.localstack.Refusal;

/** The right to be the one stack in a folder; it ends with the process that holds it, however that ends. */
final class StackLock implements AutoCloseable {

    private final FileChannel file;

    private StackLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes it.
     *
     * @throws Refusal if a stack runs in the folder
     */
    static StackLock take(StackFolder folder) {
        FileChannel file = open(folder);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return new StackLock(file);
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // The same as held by another process.
        } catch (IOException failed) {
            throw new UncheckedIOException("the folder " + folder.root() + " cannot be locked", failed);
        }
        close(file);
        throw new Refusal(
                "a stack already runs in " + folder.root() + ": see ./squads status, end it with ./squads stop");
    }

    @Override
    public void close() {
        close(file);
    }

    private static FileChannel open(StackFolder folder) {
        try {
            Files.createDirectories(folder.root());
            return FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw new Refusal("the folder " + folder.root() + " cannot be written", unwritable);
        }
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the lock cannot be let go", failed);
        }
    }
}

package org.customervaluesquads.localstack.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which folder a stack keeps everything in. */
final class FolderOption {

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "The folder that the stack keeps everything in (default: .squads/stack in the checkout).")
    private @Nullable Path folder;

    Path get() {
        return Objects.requireNonNullElseGet(folder, Home::usualStack);
    }
}

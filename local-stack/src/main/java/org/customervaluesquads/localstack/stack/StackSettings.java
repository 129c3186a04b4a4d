package org.customervaluesquads.localstack.stack;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * What a stack is started with.
 *
 * @param jars where the build left each service
 * @param fresh whether to forget what the folder holds
 */
public record StackSettings(StackFolder folder, Ports ports, Function<Service, Path> jars, boolean fresh) {

    /** The services of one checkout, on what the folder holds. */
    public static StackSettings of(Path home, Path folder, Ports ports) {
        return new StackSettings(new StackFolder(folder), ports, service -> service.jarBelow(home), false);
    }

    public StackSettings afresh() {
        return new StackSettings(folder, ports, jars, true);
    }
}

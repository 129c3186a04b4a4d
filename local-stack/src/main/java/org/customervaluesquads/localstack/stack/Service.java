package org.customervaluesquads.localstack.stack;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the deployables that run as processes of their own. */
public enum Service {
    SQUAD("squad-service", "squads", 192),
    SIGNAL("signal-service", null, 192),
    METRICS("metrics-service", "metrics", 512);

    private final String module;
    private final @Nullable String database;
    private final int heapMegabytes;

    Service(String module, @Nullable String database, int heapMegabytes) {
        this.module = module;
        this.database = database;
        this.heapMegabytes = heapMegabytes;
    }

    /** Its name, which is also that of its Maven module. */
    public String module() {
        return module;
    }

    /** The database that it keeps its rows in, if it has one. */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }

    /** How large its heap can become; that of metrics-service holds what two hundred squads are reckoned from at once. */
    public int heapMegabytes() {
        return heapMegabytes;
    }

    /** Where the build leaves it, below the folder that everything was built in. */
    public Path jarBelow(Path home) {
        return home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}

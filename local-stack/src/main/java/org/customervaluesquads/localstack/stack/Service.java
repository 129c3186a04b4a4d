package org.customervaluesquads.localstack.stack;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the deployables that run as processes of their own. */
public enum Service {
    SQUAD("squad-service", "squads"),
    SIGNAL("signal-service", null),
    METRICS("metrics-service", "metrics");

    private final String module;
    private final @Nullable String database;

    Service(String module, @Nullable String database) {
        this.module = module;
        this.database = database;
    }

    /** Its name, which is also that of its Maven module. */
    public String module() {
        return module;
    }

    /** The database that it keeps its rows in, if it has one. */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }

    /** Where the build leaves it, below the folder that everything was built in. */
    public Path jarBelow(Path home) {
        return home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}

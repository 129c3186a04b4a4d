package org.customervaluesquads.metricsservice.reckoning.yaml;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.customervaluesquads.metricsservice.reckoning.Definitions;

/** The definitions that this service comes with, read when it starts, so that a flaw stops it there. */
@ApplicationScoped
class DefinitionsSource {

    private static final String FILE = "/metric-definitions.yaml";

    @Produces
    @Singleton
    @Startup
    Definitions definitions() throws IOException {
        try (InputStream file = DefinitionsSource.class.getResourceAsStream(FILE)) {
            return DefinitionsYaml.read(Objects.requireNonNull(file, FILE));
        }
    }
}

package org.customervaluesquads.squadservice;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Time and ids, which everything else is handed. */
final class Wiring {

    /** What the database can keep of a moment; finer moments would read differently after they were stored. */
    private static final Duration FINEST = Duration.of(1, ChronoUnit.MICROS);

    private Wiring() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), FINEST);
    }

    /** Ids that rise with time, so that lists in order of id are lists in order of creation. */
    @Produces
    @Singleton
    static Supplier<UUID> ids() {
        return () -> UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}

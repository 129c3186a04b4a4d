package org.customervaluesquads.squadservice.outbox.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** How many messages wait in the outbox and how long the oldest has: what to watch when the broker is away. */
@ApplicationScoped
class OutboxGauges {

    private static final String LENGTH = "select count(*) from outbox";
    private static final String AGE = "select coalesce(extract(epoch from now() - min(left_at)), 0) from outbox";

    private final DataSource database;

    OutboxGauges(DataSource database) {
        this.database = database;
    }

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        Gauge.builder("squads.outbox.length", () -> ask(LENGTH))
                .description("Messages that wait for the broker")
                .register(registry);
        Gauge.builder("squads.outbox.oldest.age", () -> ask(AGE))
                .description("How long the oldest message has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    private double ask(String query) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            return answer.next() ? answer.getDouble(1) : Double.NaN;
        } catch (SQLException unanswered) {
            return Double.NaN;
        }
    }
}

package org.customervaluesquads.metricsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.metricsservice.fixture.Signals.order;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.OnTopics;
import org.customervaluesquads.metricsservice.fixture.Rows;
import org.junit.jupiter.api.Test;

/** Facts of now: today waits until it has rested, and is forgotten by nobody meanwhile. */
@MetricsServiceTest
class TodayIT extends OnTopics {

    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    @Inject
    DataSource database;

    @Test
    void followsItsHoursWhenItHasRested() {
        publishing.squad(squad("todays", 1, region("TODAY")));
        publishing.signals(order("today-1", "TODAY", "c1", NOW, "10.00"));
        eventually(() -> {
            assertThat(found("FROM squad WHERE NOT summing AND NOT touched_wholly AND squad_id = 'todays'"))
                    .isTrue();
            assertOrders(Window.hourOf(NOW), "1");
            assertOrders(Calendar.UTC.day(TODAY), "1");
        });

        change("UPDATE squad SET summed_at = now() + interval '1 hour' WHERE squad_id = 'todays' RETURNING squad_id");
        publishing.signals(order("today-2", "TODAY", "c2", NOW, "5.00"));
        eventually(() -> assertOrders(Window.hourOf(NOW), "2"));
        assertOrders(Calendar.UTC.day(TODAY), "1");
        assertThat(found("FROM touched_day WHERE NOT summed AND squad_id = 'todays'"))
                .isTrue();

        change("UPDATE squad SET summed_at = 'epoch' WHERE squad_id = 'todays' RETURNING squad_id");
        eventually(() -> {
            assertOrders(Calendar.UTC.day(TODAY), "2");
            assertOrders(Calendar.UTC.longer(Grain.WEEK, TODAY), "2");
            assertOrders(Calendar.UTC.longer(Grain.MONTH, TODAY), "2");
        });
        assertThat(found("FROM touched_day WHERE NOT summed AND squad_id = 'todays'"))
                .isFalse();
    }

    private void assertOrders(Window window, String value) {
        LocalDate first = Calendar.UTC.dateOf(window.start());
        assertThat(asking.values(
                        "todays",
                        window.grain().word(),
                        first.toString(),
                        first.plusDays(1).toString()))
                .containsEntry("orders@" + window.start(), value);
    }

    private boolean found(String from) {
        return !new Rows(database).texts("SELECT squad_id " + from).isEmpty();
    }

    private void change(String update) {
        assertThat(new Rows(database).texts(update)).hasSize(1);
    }
}

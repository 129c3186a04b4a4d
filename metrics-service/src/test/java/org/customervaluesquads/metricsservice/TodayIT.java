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
            assertOrders("todays", Window.hourOf(NOW), "1");
            assertOrders("todays", Calendar.UTC.day(TODAY), "1");
        });

        restUntil("now() + interval '1 hour'", "todays");
        publishing.signals(order("today-2", "TODAY", "c2", NOW, "5.00"));
        eventually(() -> assertOrders("todays", Window.hourOf(NOW), "2"));
        assertOrders("todays", Calendar.UTC.day(TODAY), "1");
        assertThat(found("FROM touched_day WHERE NOT summed AND squad_id = 'todays'"))
                .isTrue();

        restUntil("'epoch'", "todays");
        eventually(() -> {
            assertOrders("todays", Calendar.UTC.day(TODAY), "2");
            assertOrders("todays", Calendar.UTC.longer(Grain.WEEK, TODAY), "2");
            assertOrders("todays", Calendar.UTC.longer(Grain.MONTH, TODAY), "2");
        });
        assertThat(found("FROM touched_day WHERE NOT summed AND squad_id = 'todays'"))
                .isFalse();
    }

    @Test
    void isReckonedForSomeWhileOthersHaveTheirHours() {
        publishing.squad(squad("due", 1, region("MIXED")));
        publishing.squad(squad("resting", 1, region("MIXED")));
        publishing.signals(order("mixed-1", "MIXED", "c1", NOW, "10.00"));
        eventually(() -> {
            assertThat(found("FROM squad WHERE (summing OR touched_wholly) AND squad_id IN ('due', 'resting')"))
                    .isFalse();
            assertOrders("due", Calendar.UTC.day(TODAY), "1");
            assertOrders("resting", Calendar.UTC.day(TODAY), "1");
        });

        restUntil("'epoch'", "due");
        restUntil("now() + interval '1 hour'", "resting");
        publishing.signals(order("mixed-2", "MIXED", "c2", NOW, "5.00"));
        eventually(() -> {
            assertOrders("due", Window.hourOf(NOW), "2");
            assertOrders("due", Calendar.UTC.day(TODAY), "2");
            assertOrders("resting", Window.hourOf(NOW), "2");
        });
        assertOrders("resting", Calendar.UTC.day(TODAY), "1");
    }

    private void assertOrders(String squad, Window window, String value) {
        LocalDate first = Calendar.UTC.dateOf(window.start());
        assertThat(asking.values(
                        squad,
                        window.grain().word(),
                        first.toString(),
                        first.plusDays(1).toString()))
                .containsEntry("orders@" + window.start(), value);
    }

    private boolean found(String from) {
        return !new Rows(database).texts("SELECT squad_id " + from).isEmpty();
    }

    private void restUntil(String moment, String squad) {
        assertThat(new Rows(database)
                        .texts("UPDATE squad SET summed_at = " + moment + " WHERE squad_id = '" + squad
                                + "' RETURNING squad_id"))
                .hasSize(1);
    }
}

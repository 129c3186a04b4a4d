package org.customervaluesquads.metricsservice.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.junit.jupiter.api.Test;

class CompareTest {

    private static final Calendar UTC = Calendar.UTC;
    private static final Instant FORMED_ON_A_TUESDAY = Instant.parse("2024-03-05T10:00:00Z");

    @Test
    void seesADayBesideTheNearestOfItsWeekdayBeforeTheSquad() {
        assertThat(baseline(day("2024-03-08"))).contains(day("2024-03-01"));
        assertThat(baseline(day("2024-03-05"))).contains(day("2024-02-27"));
        assertThat(baseline(day("2024-03-28"))).contains(day("2024-02-29"));
        assertThat(baseline(day("2024-03-04"))).isEmpty();
    }

    @Test
    void seesAnHourBesideThatHour() {
        assertThat(baseline(Window.hourOf(Instant.parse("2024-03-08T15:20:00Z"))))
                .contains(Window.hourOf(Instant.parse("2024-03-01T15:00:00Z")));
    }

    @Test
    void seesLongerWindowsBesideTheLastThatEndedBeforeTheSquad() {
        assertThat(baseline(UTC.longer(Grain.WEEK, LocalDate.parse("2024-03-20"))))
                .contains(UTC.longer(Grain.WEEK, LocalDate.parse("2024-03-01")));
        assertThat(baseline(UTC.longer(Grain.MONTH, LocalDate.parse("2024-05-01"))))
                .contains(UTC.longer(Grain.MONTH, LocalDate.parse("2024-02-01")));
        assertThat(baseline(UTC.longer(Grain.ROLLING, LocalDate.parse("2024-03-08"))))
                .contains(UTC.longer(Grain.ROLLING, LocalDate.parse("2024-03-01")));
    }

    @Test
    void seesATotalBesideAsLongASpanUpToTheSquad() {
        Window total =
                new Window(Grain.TOTAL, Instant.parse("2024-03-05T00:00:00Z"), Instant.parse("2024-03-15T00:00:00Z"));

        assertThat(baseline(total))
                .contains(new Window(
                        Grain.TOTAL, Instant.parse("2024-02-24T00:00:00Z"), Instant.parse("2024-03-05T00:00:00Z")));
    }

    @Test
    void seesAWindowBesideTheOneBefore() {
        assertThat(Compare.PREVIOUS.beside(day("2024-03-01"), UTC, FORMED_ON_A_TUESDAY))
                .contains(day("2024-02-29"));
        assertThat(Compare.NOTHING.beside(day("2024-03-01"), UTC, FORMED_ON_A_TUESDAY))
                .isEmpty();
    }

    private static Optional<Window> baseline(Window window) {
        return Compare.BASELINE.beside(window, UTC, FORMED_ON_A_TUESDAY);
    }

    private static Window day(String date) {
        return UTC.day(LocalDate.parse(date));
    }
}

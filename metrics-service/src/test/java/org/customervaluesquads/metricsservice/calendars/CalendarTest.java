package org.customervaluesquads.metricsservice.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    private static final Calendar JAKARTA = new Calendar(ZoneId.of("Asia/Jakarta"));
    private static final Calendar BERLIN = new Calendar(ZoneId.of("Europe/Berlin"));
    private static final LocalDate MARCH_5 = LocalDate.parse("2024-03-05");

    @ParameterizedTest
    @CsvSource({
        "UTC, 2024-03-05T23:59:59Z, 2024-03-05",
        "Asia/Jakarta, 2024-03-04T17:00:00Z, 2024-03-05",
        "Asia/Jakarta, 2024-03-04T16:59:59Z, 2024-03-04",
        "America/New_York, 2024-03-05T04:59:59Z, 2024-03-04",
        "Asia/Kolkata, 2024-03-04T17:59:59Z, 2024-03-04",
        "Asia/Kolkata, 2024-03-04T18:00:00Z, 2024-03-05",
        "Asia/Kolkata, 2024-03-04T18:45:00Z, 2024-03-05"
    })
    void tellsTheDayOfAMoment(String zone, Instant moment, LocalDate day) {
        assertThat(new Calendar(ZoneId.of(zone)).dateOf(moment)).isEqualTo(day);
    }

    @Test
    void givesADayAsManyHoursAsItHas() {
        assertThat(JAKARTA.hoursOf(MARCH_5)).hasSize(24);
        assertThat(BERLIN.hoursOf(LocalDate.parse("2024-03-31"))).hasSize(23);
        assertThat(BERLIN.hoursOf(LocalDate.parse("2024-10-27"))).hasSize(25);
        assertThat(BERLIN.day(LocalDate.parse("2024-10-27")).end()).isEqualTo("2024-10-27T23:00:00Z");
    }

    @Test
    void putsADayIntoItsWeekItsMonthAndTheRollingWindowsUpToToday() {
        assertThat(JAKARTA.longerWith(MARCH_5, LocalDate.parse("2024-03-07")))
                .extracting(window -> window.grain() + " " + window.start() + " " + window.end())
                .containsExactly(
                        "WEEK 2024-03-03T17:00:00Z 2024-03-10T17:00:00Z",
                        "MONTH 2024-02-29T17:00:00Z 2024-03-31T17:00:00Z",
                        "ROLLING 2024-02-06T17:00:00Z 2024-03-05T17:00:00Z",
                        "ROLLING 2024-02-07T17:00:00Z 2024-03-06T17:00:00Z",
                        "ROLLING 2024-02-08T17:00:00Z 2024-03-07T17:00:00Z");
    }

    @Test
    void putsADayOfLongAgoIntoAllRollingWindowsThatHoldIt() {
        assertThat(Calendar.UTC.longerWith(MARCH_5, LocalDate.parse("2026-01-01")))
                .filteredOn(window -> window.grain() == Grain.ROLLING)
                .hasSize(Calendar.ROLLING_DAYS)
                .allMatch(window -> window.holds(Instant.parse("2024-03-05T12:00:00Z")));
    }

    @Test
    void knowsItsOwnWindowsFromThoseOfAnotherCalendar() {
        Window ours = JAKARTA.longer(Grain.ROLLING, MARCH_5);

        assertThat(JAKARTA.asHere(ours)).isEqualTo(ours);
        assertThat(BERLIN.asHere(ours)).isNotEqualTo(ours);
        assertThat(BERLIN.asHere(JAKARTA.day(MARCH_5))).isNotEqualTo(JAKARTA.day(MARCH_5));
    }
}

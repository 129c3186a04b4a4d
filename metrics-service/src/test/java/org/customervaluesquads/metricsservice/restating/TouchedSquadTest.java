package org.customervaluesquads.metricsservice.restating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.junit.jupiter.api.Test;

class TouchedSquadTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-05");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final Instant NINE = Instant.parse("2026-03-05T09:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-04T22:00:00Z");
    private static final Squad SQUAD =
            new Squad("squad", new Scope(Set.of("north"), null, null, null, null), List.of());

    @Test
    void needsOfADayThatIsLeftForLaterOnlyTheTouchedHours() {
        TouchedSquad touched = touched(List.of(), NINE, LATE);

        assertThat(touched.windows())
                .containsExactlyInAnyOrder(
                        Window.hourOf(NINE),
                        Window.hourOf(LATE),
                        SQUAD.calendar().day(YESTERDAY));
        assertThat(touched.laterDays()).containsOnlyKeys(TODAY);
        assertThat(touched.parts())
                .contains(Window.hourOf(NINE))
                .containsAll(SQUAD.calendar().partsOf(YESTERDAY))
                .hasSize(1 + SQUAD.calendar().partsOf(YESTERDAY).size());
    }

    @Test
    void reckonsADayThatWasLeftBeforeThoughNoneOfItsHoursIsTouchedNow() {
        TouchedSquad touched = touched(List.of(new Traced<>(YESTERDAY, "00-a")), NINE);

        assertThat(touched.days()).containsOnlyKeys(YESTERDAY);
        assertThat(touched.days().get(YESTERDAY).traceParent()).isEqualTo("00-a");
        assertThat(touched.laterDays()).containsOnlyKeys(TODAY);
    }

    private static TouchedSquad touched(List<Traced<LocalDate>> daysBefore, Instant... hours) {
        List<Traced<Instant>> touchedHours =
                List.of(hours).stream().map(Traced::untraced).toList();
        return TouchedSquad.of(SQUAD, touchedHours, daysBefore, TODAY);
    }
}

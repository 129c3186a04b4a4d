package org.customervaluesquads.metricsservice.restating;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.junit.jupiter.api.Test;

class RestatingTest {

    private static final Window HOUR = Window.hourOf(Instant.parse("2024-03-05T08:15:00Z"));

    @Test
    void beginsWithTheFirstRevision() {
        List<Standing> changes = Restating.changes(List.of(), Map.of(HOUR, List.of(revenue("10.00"))));

        assertThat(changes).containsExactly(new Standing(HOUR, revenue("10.00"), 1));
    }

    @Test
    void saysNothingOfWhatIsAsItWas() {
        List<Standing> standing = List.of(new Standing(HOUR, revenue("10.00"), 3));

        assertThat(Restating.changes(standing, Map.of(HOUR, List.of(revenue("10.0")))))
                .isEmpty();
    }

    @Test
    void raisesTheRevisionOfWhatHasChanged() {
        List<Standing> standing = List.of(new Standing(HOUR, revenue("10.00"), 3));

        List<Standing> changes = Restating.changes(standing, Map.of(HOUR, List.of(revenue("12.00"))));

        assertThat(changes).containsExactly(new Standing(HOUR, revenue("12.00"), 4));
    }

    @Test
    void takesTheValueFromWhatHasNoFactsAnyMoreOnce() {
        List<Standing> standing = List.of(new Standing(HOUR, revenue("10.00"), 3));

        List<Standing> changes = Restating.changes(standing, Map.of(HOUR, List.of()));

        assertThat(changes).containsExactly(new Standing(HOUR, revenue("10.00").vanished(), 4));
        assertThat(Restating.changes(changes, Map.of(HOUR, List.of()))).isEmpty();
    }

    private static Reckoned revenue(String value) {
        BigDecimal number = new BigDecimal(value);
        return new Reckoned(
                "revenue/GBP",
                "GBP",
                "up",
                number,
                number,
                number,
                null,
                null,
                1,
                new TreeMap<>(Map.of("sales", HOUR.start())),
                HOUR.start());
    }
}

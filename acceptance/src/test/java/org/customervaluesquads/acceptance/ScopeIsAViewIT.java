package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** The promise that a squad formed after the fact has the same numbers as one formed before. */
class ScopeIsAViewIT {

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(60);

    private final Company company = Company.open();

    @Test
    void givesASquadFormedAfterTheFactTheSameNumbers() throws Exception {
        company.registerSource("view-shop", "sales");
        String before = company.formSquad("before", "V-GB");
        Traffic traffic = Traffic.of(7, 1_500, "view-shop", List.of("V-GB", "V-FR"));
        PatientClient client = new PatientClient(company);
        for (String batch : traffic.batches(500)) {
            client.send(batch);
        }
        untilShown(
                () -> assertThat(company.totalsOf(before)).containsAllEntriesOf(traffic.expectedFor(Set.of("V-GB"))));

        String after = company.formSquad("after", "V-GB");

        String from = LocalDate.now().minusDays(10).toString();
        untilShown(() -> {
            Map<String, BigDecimal> days = company.daysOf(before, from);
            assertThat(days).hasSizeGreaterThan(20);
            assertThat(company.daysOf(after, from)).isEqualTo(days);
            assertThat(company.totalsOf(after)).isEqualTo(company.totalsOf(before));
        });
    }

    /** A squad that was formed a moment ago is not known yet, and asking for its metrics is answered 404. */
    private static void untilShown(ThrowingRunnable assertion) {
        await().atMost(SHOWN_WITHIN)
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(assertion);
    }
}

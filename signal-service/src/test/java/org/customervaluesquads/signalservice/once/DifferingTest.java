package org.customervaluesquads.signalservice.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.customervaluesquads.signalservice.once.Differing.Seen;
import org.junit.jupiter.api.Test;

class DifferingTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void listsTheNewestAndCountsAll() {
        Differing differing = Differing.NONE;

        for (int i = 0; i <= Differing.LISTED_MAX; i++) {
            differing = differing.plus(new Seen("id-" + i, "order.completed", NOON.plusSeconds(i)));
        }

        assertThat(differing.count()).isEqualTo(Differing.LISTED_MAX + 1);
        assertThat(differing.newest()).hasSize(Differing.LISTED_MAX);
        assertThat(differing.newest().getFirst().id()).isEqualTo("id-" + Differing.LISTED_MAX);
        assertThat(differing.newest().getLast().id()).isEqualTo("id-1");
    }
}

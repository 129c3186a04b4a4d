package org.customervaluesquads.metricsservice.streaming.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.metricsservice.streaming.Heard;
import org.customervaluesquads.metricsservice.streaming.Position;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private static final int WAITING_AT_MOST = 4;

    private static final Position START = Position.parse("0:3-1:12").orElseThrow();

    private final Listener listener =
            new Listener(restated -> restated.squadId().equals("ours"), START, WAITING_AT_MOST);

    @Test
    void hearsOnlyWhatItIsInterestedIn() {
        AssertSubscriber<Heard> subscriber =
                listener.heard().subscribe().withSubscriber(AssertSubscriber.create(WAITING_AT_MOST));

        listener.hear(restated("theirs", 1), 0, 7);
        listener.hear(restated("ours", 1), 1, 12);
        listener.beat();

        Position after = Position.parse("0:8-1:13").orElseThrow();
        assertThat(subscriber.getItems())
                .containsExactly(new Heard.Value(restated("ours", 1), after), new Heard.Heartbeat());
    }

    @Test
    void isDroppedWhenMoreWaitsThanMay() {
        AssertSubscriber<Heard> slow = listener.heard().subscribe().withSubscriber(AssertSubscriber.create(0));

        for (int revision = 1; revision <= WAITING_AT_MOST + 1; revision++) {
            listener.hear(restated("ours", revision), 0, revision);
        }
        slow.request(Long.MAX_VALUE);

        slow.assertFailedWith(BackPressureFailure.class);
        assertThat(slow.getItems()).hasSize(WAITING_AT_MOST);
    }

    private static SquadMetricRestated restated(String squad, long revision) {
        Instant start = Instant.parse("2024-03-05T08:00:00Z");
        return new SquadMetricRestated(
                squad,
                "orders",
                "orders",
                "up",
                "hour",
                start,
                start.plusSeconds(3600),
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                null,
                null,
                1,
                List.of("sales"),
                List.of(start),
                start,
                revision);
    }
}

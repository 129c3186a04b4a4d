package org.customervaluesquads.metricsservice.restating.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.listening.Traced;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.restating.Outgoing;
import org.customervaluesquads.metricsservice.restating.Standing;
import org.junit.jupiter.api.Test;

class OutgoingPackingTest {

    private static final Window HOUR = Window.hourOf(Instant.parse("2024-03-05T08:15:00Z"));
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void givesBackWhatTheTopicWillHave() {
        Standing orders = standing("orders", 3);
        Standing signals = standing("signals", 7);

        List<Outgoing> outgoing = OutgoingPacking.unpack(OutgoingPacking.pack(List.of(
                new SquadWindows.Change("british", new Traced<>(orders, TRACE)),
                new SquadWindows.Change("french", Traced.untraced(signals)))));

        assertThat(outgoing)
                .extracting(Outgoing::key, Outgoing::revision, Outgoing::traceParent, OutgoingPackingTest::read)
                .containsExactly(
                        tuple("british|orders|hour|2024-03-05T08:00:00Z", 3L, TRACE, orders.restated("british")),
                        tuple("french|signals|hour|2024-03-05T08:00:00Z", 7L, null, signals.restated("french")));
    }

    private static Object read(Outgoing outgoing) {
        return MessageSerde.of(Topics.SQUAD_METRICS)
                .deserializer()
                .deserialize(Topics.SQUAD_METRICS.name(), outgoing.message());
    }

    private static Standing standing(String metric, long revision) {
        BigDecimal two = new BigDecimal("2");
        Reckoned reckoned = new Reckoned(
                metric,
                metric,
                "up",
                two,
                two,
                two,
                null,
                null,
                2,
                new TreeMap<>(Map.of("sales", HOUR.start())),
                HOUR.start());
        return new Standing(HOUR, reckoned, revision);
    }
}

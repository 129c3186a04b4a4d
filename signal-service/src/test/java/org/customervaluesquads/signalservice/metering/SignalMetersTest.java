package org.customervaluesquads.signalservice.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.sources.Sources;
import org.junit.jupiter.api.Test;

class SignalMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Sources sources = new Sources();
    private final SignalMeters meters = new SignalMeters(registry, sources);

    @Test
    void countsAndTimesBySourceDoorAndVerdict() {
        register("shop");

        meters.judged("signals", List.of(refusedOf("shop"), refusedOf("shop")), Duration.ofMillis(30));

        assertThat(registry.get("squads.signals.judged")
                        .tags("source", "shop", "door", "signals", "verdict", "rejected")
                        .timer()
                        .takeSnapshot()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void givesNoLabelToAnInventedName() {
        meters.judged("signals", List.of(refusedOf("invented"), refusedOf("invented-too")), Duration.ZERO);
        meters.judged("signals", List.of(refusedOf(null)), Duration.ZERO);

        assertThat(registry.getMeters())
                .singleElement()
                .satisfies(meter -> assertThat(meter.getId().getTag("source")).isEqualTo("unknown"));
    }

    @Test
    void boundsTheLabels() {
        for (int i = 0; i < SignalMeters.SOURCES_MAX + 5; i++) {
            register("shop-" + i);
            meters.counted("shop-" + i, 1);
        }
        meters.counted("shop-1", 1);

        assertThat(registry.getMeters()).hasSize(SignalMeters.SOURCES_MAX + 1);
        assertThat(registry.get("squads.signals.counted")
                        .tag("source", "others")
                        .timer()
                        .count())
                .isEqualTo(5);
        assertThat(registry.get("squads.signals.counted")
                        .tag("source", "shop-1")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    private static Verdict refusedOf(String source) {
        return new Verdict.Rejected("1", source, List.of(new Reason("type", "is missing")));
    }

    private void register(String id) {
        sources.remember(SourceRegistered.open(id, "sales", null, null, null, Instant.EPOCH));
    }
}

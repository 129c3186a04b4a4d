package org.customervaluesquads.signalservice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.signalservice.intake.Refusals.Kept;
import org.customervaluesquads.signalservice.intake.Verdict.Rejected;
import org.customervaluesquads.signalservice.intake.Verdict.TurnedAway.KeyMissing;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final Reason MISSING = new Reason("type", "is missing");
    private static final String LARGE = "x".repeat(Limits.SIGNAL_BYTES_MAX);

    @Test
    void keepsTheRefusalsOfASmallEventApart() {
        List<Verdict> refused = List.of(refused("1", MISSING), refused("2", MISSING));

        List<Kept> kept = Refusals.of(refused, Collections.nCopies(2, event("{}")));

        assertThat(kept).extracting(Kept::verdict).isEqualTo(refused);
    }

    @Test
    void keepsNothingOfWhatWasTurnedAway() {
        assertThat(Refusals.of(List.of(new KeyMissing("1", "shop")), List.of(event("{}"))))
                .isEmpty();
    }

    @Test
    void keepsALargeEventNoMoreOftenThanTheLogTakesWithTheReasonsOfAll() {
        List<Verdict> refused = new ArrayList<>();
        IntStream.range(0, Limits.BATCH_SIGNALS_MAX)
                .forEach(i -> refused.add(refused("" + i, new Reason("type", "is unknown: " + i % 20))));

        List<Kept> kept = Refusals.of(refused, Collections.nCopies(refused.size(), event(LARGE)));

        assertThat(kept.stream()
                        .mapToInt(one -> one.offered().original().length())
                        .sum())
                .isLessThanOrEqualTo(Refusals.KEPT_AGAIN_CHARACTERS_MAX + LARGE.length());
        assertThat(kept.stream()
                        .flatMap(one -> ((Rejected) one.verdict()).reasons().stream())
                        .distinct())
                .as("the reasons of all")
                .hasSize(20);
        assertThat(kept.getLast().verdict().signalId())
                .as("of many, none is named")
                .isNull();
        assertThat(kept.getLast().verdict().source()).isEqualTo("shop");
    }

    @Test
    void keepsEachEventOnceHoweverManyThereAre() {
        List<Verdict> refused = new ArrayList<>();
        List<Offered> events = new ArrayList<>();
        for (int i = 0; i < Limits.BATCH_SIGNALS_MAX; i++) {
            refused.add(refused("" + i, MISSING));
            events.add(event(LARGE + i % 60));
        }

        List<Kept> kept = Refusals.of(refused, events);

        assertThat(kept.stream().map(one -> one.offered().original()).distinct())
                .hasSize(60);
        assertThat(kept.stream()
                        .mapToInt(one -> one.offered().original().length())
                        .sum())
                .isLessThanOrEqualTo(Refusals.KEPT_AGAIN_CHARACTERS_MAX + 60 * (LARGE.length() + 2));
    }

    private static Rejected refused(String id, Reason reason) {
        return new Rejected(id, "shop", List.of(reason));
    }

    private static Offered event(String original) {
        return new Offered.Legible(JsonNodeFactory.instance.objectNode(), original);
    }
}

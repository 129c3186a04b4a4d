package org.customervaluesquads.signalservice.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;
import static org.customervaluesquads.signalservice.intents.SomeSignals.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.LessonSettled;
import org.junit.jupiter.api.Test;

class OpenLessonsTest {

    private static final Duration HORIZON = Duration.ofHours(24);

    private final IntentCatalogue catalogue = SomeSignals.catalogue();
    private final Weighing weighing = new Weighing(catalogue);
    private final Customer ann = Customer.unknown(catalogue);

    @Test
    void settleWhenTheirHorizonEndsAndNotBefore() {
        hear("1", "page.viewed", NOON);
        hear("2", "order.completed", NOON.plusSeconds(600));

        List<LessonSettled> before = ann.settle(NOON.plus(HORIZON).minusMillis(1), weighing);
        List<LessonSettled> then = ann.settle(NOON.plus(HORIZON), weighing);

        assertThat(before).isEmpty();
        assertThat(then).singleElement().satisfies(lesson -> {
            assertThat(lesson.outcome()).isTrue();
            assertThat(lesson.at()).isEqualTo(NOON);
            assertThat(lesson.settledAt()).isEqualTo(NOON.plus(HORIZON));
        });
    }

    @Test
    void knowNothingOfWhatHappenedAfterTheirMoment() {
        hear("1", "page.viewed", NOON);
        hear("2", "page.viewed", NOON.plus(Duration.ofHours(2)));
        hear("3", "order.completed", NOON.plus(Duration.ofHours(3)));

        LessonSettled first = ann.settle(NOON.plus(HORIZON), weighing).getFirst();

        assertThat(first.counts()).containsOnlyKeys("page.viewed");
        assertThat(first.counts().get("page.viewed")).containsExactly(1, 1);
    }

    @Test
    void haveNoOutcomeThatCameAfterTheHorizon() {
        hear("1", "page.viewed", NOON);
        hear("2", "order.completed", NOON.plus(HORIZON).plusMillis(1));

        assertThat(ann.settle(NOON.plus(HORIZON), weighing))
                .singleElement()
                .satisfies(lesson -> assertThat(lesson.outcome()).isFalse());
    }

    @Test
    void areConfirmedByAnOutcomeThatArrivesLate() {
        hear("1", "page.viewed", NOON);
        hear("2", "page.viewed", NOON.plus(Duration.ofHours(5)));
        hear("3", "order.completed", NOON.plus(Duration.ofHours(1)));

        List<LessonSettled> settled = ann.settle(NOON.plus(HORIZON).plus(HORIZON), weighing);

        assertThat(settled).extracting(LessonSettled::outcome).containsExactly(true, false);
    }

    @Test
    void standForAllScoresOfTheirStretchOfTime() {
        for (int i = 0; i < 30; i++) {
            hear("s-" + i, "page.viewed", NOON.plusSeconds(60L * i));
        }
        hear("next", "page.viewed", NOON.plus(Duration.ofHours(1)));

        List<LessonSettled> settled = ann.settle(NOON.plus(Duration.ofDays(3)), weighing);

        assertThat(settled).extracting(LessonSettled::scores).containsExactly(30, 1);
    }

    @Test
    void areNotDrawnFromTheOutcomeItself() {
        hear("1", "order.completed", NOON);

        assertThat(ann.settle(NOON.plus(Duration.ofDays(3)), weighing)).isEmpty();
    }

    @Test
    void areNoMoreThanTheyMayBe() {
        for (int i = 0; i < 100; i++) {
            hear("s-" + i, "page.viewed", NOON.plus(Duration.ofHours(i)));
        }

        assertThat(ann.lessons().all()).hasSize(OpenLessons.OPEN_MAX);
    }

    @Test
    void surviveBeingStored() {
        hear("1", "page.viewed", NOON);
        hear("2", "order.completed", NOON.plusSeconds(600));
        CustomerCodec codec = new CustomerCodec(catalogue);

        Customer read = codec.read(codec.write(ann));

        assertThat(read.wakeAt()).isEqualTo(ann.wakeAt());
        assertThat(read.settle(NOON.plus(HORIZON), weighing))
                .usingRecursiveComparison()
                .isEqualTo(ann.settle(NOON.plus(HORIZON), weighing));
    }

    @Test
    void goOverToTheCustomerWhoseTheDeviceIs() {
        Customer device = Customer.unknown(catalogue);
        device.hear("device", signal("1", "page.viewed", NOON), weighing);

        ann.adoptLessonsOf(device);
        hear("2", "order.completed", NOON.plusSeconds(600));

        assertThat(device.settle(NOON.plus(HORIZON), weighing)).isEmpty();
        assertThat(ann.settle(NOON.plus(HORIZON), weighing))
                .singleElement()
                .satisfies(lesson -> assertThat(lesson.outcome()).isTrue());
    }

    private void hear(String id, String type, Instant when) {
        ann.hear("ann", signal(id, type, when), weighing);
    }
}

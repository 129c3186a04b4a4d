package org.customervaluesquads.signalservice.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private static final int WAITING_MAX = 3;

    private final Listener listener = new Listener("shop", WAITING_MAX);

    @Test
    void hearsWhatHappensToItsSourceInOrder() {
        listener.hear(accepted("shop", "1"));
        listener.hear(accepted("another", "2"));
        listener.hear(accepted("shop", "3"));

        assertThat(heard()).containsExactly(told("1"), told("3"));
    }

    @Test
    void hearsEverySourceWhenItNamesNone() {
        Listener toAll = new Listener(null, WAITING_MAX);

        toAll.hear(accepted("another", "2"));

        assertThat(toAll.next()).isEqualTo(new Heard.Told(accepted("another", "2")));
    }

    @Test
    void losesTheOldestWhenItIsTooSlowAndIsToldHowMuch() {
        for (int i = 1; i <= 5; i++) {
            listener.hear(accepted("shop", "" + i));
        }

        assertThat(heard()).containsExactly(new Heard.Missed(2), told("3"), told("4"), told("5"));
    }

    @Test
    void isToldOnceThatItListens() {
        listener.begin();
        listener.hear(accepted("shop", "1"));
        listener.begin();

        assertThat(heard()).containsExactly(new Heard.Listening(), told("1"));
    }

    @Test
    void isToldAgainThatItListensAfterAnInterruption() {
        listener.begin();
        listener.next();

        listener.interrupt();
        listener.begin();

        assertThat(heard()).containsExactly(new Heard.Listening());
    }

    @Test
    void hearsABeatOnlyWhenNothingElseWaits() {
        listener.hear(accepted("shop", "1"));
        listener.beat();

        assertThat(heard()).containsExactly(told("1"));
        listener.beat();
        assertThat(heard()).containsExactly(new Heard.Heartbeat());
    }

    private List<Heard> heard() {
        List<Heard> all = new ArrayList<>();
        for (Heard next = listener.next(); next != null; next = listener.next()) {
            all.add(next);
        }
        return all;
    }

    private static Heard told(String id) {
        return new Heard.Told(accepted("shop", id));
    }

    private static Happening accepted(String source, String id) {
        return Happening.accepted(source, id, "page.viewed", Instant.EPOCH, null);
    }
}

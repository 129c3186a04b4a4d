package org.customervaluesquads.signalservice.topology;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ReplaceSomeThreadsTest {

    private static final Exception CAUSE = new IllegalStateException("planted");

    private final HandOfTheClock clock = new HandOfTheClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger ended = new AtomicInteger();
    private final ReplaceSomeThreads threads = new ReplaceSomeThreads(clock, pauses::add, ended::incrementAndGet);

    @Test
    void replacesTheFirstAtOnceAndLaterOnesAfterPausesThatGrow() {
        assertThat(die(7)).containsOnly(REPLACE_THREAD);

        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        ReplaceSomeThreads.PAUSE_MAX,
                        ReplaceSomeThreads.PAUSE_MAX);
    }

    @Test
    void endsTheProcessWhenTooManyDieInAShortTime() {
        assertThat(die(ReplaceSomeThreads.DEATHS_MAX)).containsOnly(REPLACE_THREAD);

        assertThat(die(1)).containsExactly(SHUTDOWN_CLIENT);

        assertThat(ended).hasValue(1);
    }

    @Test
    void goesOnForAsLongAsFewDieWithinTheTime() {
        for (int i = 0; i < 3; i++) {
            assertThat(die(ReplaceSomeThreads.DEATHS_MAX)).containsOnly(REPLACE_THREAD);
            clock.move(ReplaceSomeThreads.WITHIN.plusSeconds(1));
        }

        assertThat(ended).hasValue(0);
    }

    @Test
    void isUnsettledWhileThreadsDieAgainAndAgain() {
        die(ReplaceSomeThreads.DEATHS_WHILE_SETTLED_MAX);
        assertThat(threads.isUnsettled()).isFalse();

        die(1);

        assertThat(threads.isUnsettled()).isTrue();
        clock.move(ReplaceSomeThreads.SETTLED_AFTER);
        assertThat(threads.isUnsettled()).isFalse();
    }

    private List<StreamThreadExceptionResponse> die(int times) {
        List<StreamThreadExceptionResponse> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(threads.handle(CAUSE));
        }
        return answers;
    }

    private static final class HandOfTheClock extends Clock {

        private Instant now = Instant.parse("2026-01-05T12:00:00Z");

        void move(Duration span) {
            now = now.plus(span);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}

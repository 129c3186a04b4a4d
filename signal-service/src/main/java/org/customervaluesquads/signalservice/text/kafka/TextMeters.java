package org.customervaluesquads.signalservice.text.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.customervaluesquads.signalservice.text.Answers;

/** What is counted and timed of texts. */
@Singleton
class TextMeters {

    private final Timer understood;
    private final Timer nothing;

    TextMeters(MeterRegistry registry) {
        this.understood = registry.timer("squads.text.understood", "result", "understood");
        this.nothing = registry.timer("squads.text.understood", "result", "nothing");
    }

    /** A text was understood, or nothing was made out, and it took so long. */
    void understood(Answers answers, Duration took) {
        boolean any = answers.guesses().values().stream().anyMatch(guess -> guess.label() != null);
        (any ? understood : nothing).record(took);
    }
}

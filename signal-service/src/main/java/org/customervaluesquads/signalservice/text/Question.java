package org.customervaluesquads.signalservice.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked of a text; each answer is a property of the signal that is derived from it. */
public enum Question {
    /** What it is about. */
    TOPIC,
    /** Whether it speaks well of it. */
    SENTIMENT,
    /** What whoever wrote it feels. */
    EMOTION;

    /** Its name in signals, in the catalogue and in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The question of this name. */
    public static Optional<Question> of(String word) {
        return Stream.of(values())
                .filter(question -> question.word().equals(word))
                .findFirst();
    }
}

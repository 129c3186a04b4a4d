package org.customervaluesquads.signalservice.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/** What was made out about one text, by question. */
public record Answers(Map<Question, Guess> guesses) {

    private static final String CONFIDENCE = "Confidence";
    private static final String ID_SUFFIX = "/text";
    private static final int DIGITS = 3;

    /**
     * The signal that says so of whoever the original is about: same moment, same attributes, no text. Its name follows
     * from the original's, so that it counts once however often it is derived. Empty if nothing was made out.
     *
     * @param subject the key under which the original came, if it was published under somebody else's: so that this one
     *     goes the same way, and goes back when the two are parted
     */
    public Optional<SignalRecorded> asSignalOf(SignalRecorded original, @Nullable String subject) {
        Map<String, JsonNode> properties = properties();
        if (properties.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SignalRecorded(
                original.id() + ID_SUFFIX,
                original.source(),
                SignalRecorded.TEXT_UNDERSTOOD,
                original.occurredAt(),
                original.silo(),
                customerOf(original, subject),
                original.anonymousId(),
                original.accountId(),
                original.region(),
                original.segment(),
                original.channel(),
                original.product(),
                null,
                null,
                null,
                properties));
    }

    private static @Nullable String customerOf(SignalRecorded original, @Nullable String subject) {
        if (subject == null) {
            return original.customerId();
        }
        return SignalRecorded.isAnonymous(subject) ? null : subject;
    }

    private Map<String, JsonNode> properties() {
        Map<String, JsonNode> properties = new HashMap<>();
        guesses.forEach((question, guess) -> {
            if (guess.label() != null) {
                properties.put(question.word(), TextNode.valueOf(guess.label()));
                properties.put(
                        question.word() + CONFIDENCE,
                        DecimalNode.valueOf(
                                BigDecimal.valueOf(guess.confidence()).setScale(DIGITS, RoundingMode.HALF_EVEN)));
            }
        });
        return properties;
    }
}

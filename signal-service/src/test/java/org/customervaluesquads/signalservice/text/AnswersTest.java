package org.customervaluesquads.signalservice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Answers ANSWERS = new Answers(Map.of(
            Question.TOPIC, new Guess("refund", 0.91236, true), Question.EMOTION, new Guess("anger", 0.4, false)));

    @Test
    void becomeASignalOfTheSameMomentAndCustomerWithoutTheText() {
        SignalRecorded signal = ANSWERS.asSignalOf(written("ann", null), null).orElseThrow();

        assertThat(signal.id()).isEqualTo("c-1/text");
        assertThat(signal.wasDerived()).isTrue();
        assertThat(signal.key()).isEqualTo("ann");
        assertThat(signal.text()).isNull();
        assertThat(signal)
                .usingRecursiveComparison()
                .ignoringFields("id", "type", "text", "properties")
                .isEqualTo(written("ann", null));
    }

    @Test
    void nameTheLabelsAndHowSureTheyAreAndLeaveOutNoneOfThese() {
        SignalRecorded signal = ANSWERS.asSignalOf(written("ann", null), null).orElseThrow();

        assertThat(signal.properties()).containsOnlyKeys("topic", "topicConfidence");
        assertThat(signal.properties().get("topic").asText()).isEqualTo("refund");
        assertThat(signal.properties().get("topicConfidence").decimalValue()).isEqualTo(new BigDecimal("0.912"));
    }

    @Test
    void goTheWayOfTheDeviceThatTheTextCameFrom() {
        SignalRecorded signal =
                ANSWERS.asSignalOf(written("ann", "phone"), "anonymous:phone").orElseThrow();

        assertThat(signal.key()).isEqualTo("anonymous:phone");
    }

    @Test
    void goTheWayOfTheFormerCustomerThatTheTextCameFrom() {
        SignalRecorded signal = ANSWERS.asSignalOf(written("ann", null), "anna").orElseThrow();

        assertThat(signal.key()).isEqualTo("anna");
    }

    @Test
    void areNoSignalIfThereAreNone() {
        Answers none = new Answers(Map.of(Question.TOPIC, new Guess("refund", 0.9, false)));

        assertThat(none.asSignalOf(written("ann", null), null)).isEmpty();
    }

    private static SignalRecorded written(@Nullable String customer, @Nullable String device) {
        return new SignalRecorded(
                "c-1",
                "chat",
                "chat.message",
                NOON,
                "service",
                customer,
                device,
                "acme",
                "GB",
                "retail",
                "chat",
                "kettle",
                null,
                null,
                "give me my money back",
                null);
    }
}

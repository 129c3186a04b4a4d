package org.customervaluesquads.signalservice.text.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.junit.jupiter.api.Test;

class WrittenTest {

    @Test
    void isInASignalWithAText() {
        ConsumerRecord<String, byte[]> record = record("chat.message", "\"customerId\": \"ann\", \"text\":\"hello\"");
        record.headers().add(CloudEventHeaders.one(CloudEventHeaders.SUBJECT, "anonymous:phone"));

        Written written = Written.in(record).orElseThrow();

        assertThat(written.text()).isEqualTo("hello");
        assertThat(written.subject()).isEqualTo("anonymous:phone");
        assertThat(written.signal().customerId()).isEqualTo("ann");
    }

    @Test
    void isNotInASignalWithoutAText() {
        assertThat(Written.in(record("page.viewed", "\"customerId\": \"ann\""))).isEmpty();
        assertThat(Written.in(record("page.viewed", "\"customerId\": \"ann\", \"properties\": {\"text\":\"hello\"}")))
                .isEmpty();
        assertThat(Written.in(record("chat.message", "\"customerId\": \"ann\", \"text\":\"  \"")))
                .isEmpty();
    }

    @Test
    void isNotInWhatWasDerivedNorInWhatIsAboutNobody() {
        assertThat(Written.in(record("text.understood", "\"customerId\": \"ann\", \"text\":\"hello\"")))
                .isEmpty();
        assertThat(Written.in(record("chat.message", "\"text\":\"hello\""))).isEmpty();
    }

    @Test
    void isNotInWhatIsNoSignal() {
        assertThat(Written.in(new ConsumerRecord<>("signals", 0, 0, "ann", "{\"text\":".getBytes(UTF_8))))
                .isEmpty();
    }

    private static ConsumerRecord<String, byte[]> record(String type, String fields) {
        String json = """
                {"id": "1", "source": "chat", "type": "%s", "occurredAt": "2026-01-05T12:00:00Z", "silo": "service", %s}""".formatted(type, fields);
        return new ConsumerRecord<>("signals", 0, 0, "ann", json.getBytes(UTF_8));
    }
}

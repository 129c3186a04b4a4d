package org.customervaluesquads.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CloudEventHeadersTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void areReadByTheCloudEventsSdk() {
        RecordHeaders headers = new RecordHeaders();

        CloudEventHeaders.write(headers, "ord-1", "web-shop", "order.completed", NOON);
        CloudEventHeaders.write(headers, CloudEventHeaders.RECORDED_TIME, "2026-01-05T12:00:01Z");

        CloudEvent event =
                KafkaMessageFactory.createReader(headers, "{}".getBytes()).toEvent();
        assertThat(event.getId()).isEqualTo("ord-1");
        assertThat(event.getSource()).isEqualTo(URI.create("web-shop"));
        assertThat(event.getType()).isEqualTo("order.completed");
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2026-01-05T12:00:00Z"));
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtension("recordedtime")).isEqualTo("2026-01-05T12:00:01Z");
    }

    @Test
    void replaceTheEventButKeepItsTrace() {
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.write(headers, "ord-1", "web-shop", "order.completed", NOON);
        CloudEventHeaders.write(headers, CloudEventHeaders.TRACE_PARENT, "00-abc-def-01");

        CloudEventHeaders.write(headers, "intent-1", "signal-service", "intent.changed", NOON);

        assertThat(CloudEventHeaders.read(headers, CloudEventHeaders.ID)).isEqualTo("intent-1");
        assertThat(CloudEventHeaders.read(headers, CloudEventHeaders.TRACE_PARENT))
                .isEqualTo("00-abc-def-01");
        assertThat(headers.headers(CloudEventHeaders.ID)).hasSize(1);
    }

    @Test
    void areTheSameWhetherTheyAreMadeAnewOrWrittenOverOthers() {
        Headers written = new RecordHeaders();
        CloudEventHeaders.write(written, "ord-1", "web-shop", "order.completed", NOON);
        CloudEventHeaders.write(written, CloudEventHeaders.TRACE_PARENT, "00-abc-def-01");

        Headers made = new RecordHeaders(CloudEventHeaders.of(
                "ord-1",
                "web-shop",
                "order.completed",
                NOON,
                List.of(CloudEventHeaders.one(CloudEventHeaders.TRACE_PARENT, "00-abc-def-01"))));

        assertThat(made).isEqualTo(written);
    }
}

package org.customervaluesquads.signalservice.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.OffsetDateTime;

/** CloudEvents as the SDK makes them, and the signal that each of them means. */
public final class SomeEvents {

    /** All of an order that no attribute says. */
    public static final String DATA = """
            {"customer": {"id": "ann"}, "value": {"amount": 505.30, "currency": "GBP"}, "text": "schön"}""";

    private SomeEvents() {}

    /** An order of the web shop. */
    public static CloudEvent order(String id) {
        return order(id, "web-shop");
    }

    /** An order of a source. */
    public static CloudEvent order(String id, String source) {
        return CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create(source))
                .withType("order.completed")
                .withTime(OffsetDateTime.parse("2026-01-05T11:00:00Z"))
                .withDataContentType("application/json")
                .withSubject("a subject is not taken")
                .withData(DATA.getBytes(UTF_8))
                .build();
    }
}

package org.customervaluesquads.localstack.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;
import org.customervaluesquads.localstack.demo.Month.Happening;
import org.jspecify.annotations.Nullable;

/** Writes signals, each with an id that counts up within what it is about. */
final class Pen {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String about;
    private final ObjectNode customer;
    private final Consumer<Happening> written;
    private int count;

    private Pen(String about, ObjectNode customer, Consumer<Happening> written) {
        this.about = about;
        this.customer = customer;
        this.written = written;
    }

    /** For what a customer does. */
    static Pen of(Shopper shopper, Consumer<Happening> written) {
        ObjectNode customer = JSON.objectNode()
                .put("id", shopper.id())
                .put("region", shopper.region())
                .put("segment", shopper.segment());
        if (shopper.account() != null) {
            customer.put("accountId", shopper.account());
        }
        return new Pen(shopper.id(), customer, written);
    }

    /** For what concerns a whole region. */
    static Pen of(String region, Consumer<Happening> written) {
        return new Pen(region, JSON.objectNode().put("region", region), written);
    }

    /** A signal with at most one property, on the source's own channel. */
    void write(Instant at, Source source, String type, String... property) {
        write(at, source, type, null, null, property);
    }

    /** A signal on another channel. */
    void writeOn(String channel, Instant at, Source source, String type, String... property) {
        write(at, source, type, channel, null, property);
    }

    /** A signal that is worth something. */
    void writeWorth(
            BigDecimal amount, String currency, Instant at, Source source, String type, @Nullable String channel) {
        write(at, source, type, channel, JSON.objectNode().put("amount", amount).put("currency", currency));
    }

    private void write(
            Instant at,
            Source source,
            String type,
            @Nullable String channel,
            @Nullable ObjectNode value,
            String... property) {
        String id = "demo-" + about + "-" + ++count;
        ObjectNode signal = JSON.objectNode()
                .put("id", id)
                .put("source", source.id())
                .put("type", type)
                .put("occurredAt", at.toString());
        signal.set("customer", customer);
        if (channel != null) {
            signal.put("channel", channel);
        }
        if (value != null) {
            signal.set("value", value);
        }
        if (property.length > 0) {
            signal.set("properties", JSON.objectNode().put(property[0], property[1]));
        }
        written.accept(new Happening(at, id, type, signal));
    }
}

package org.customervaluesquads.signalservice.intents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.SignalRecorded;

/** Signals and a small catalogue for tests, as they would be said. */
public final class SomeSignals {

    public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private SomeSignals() {}

    /** One intent that two page views within the half hour make active. */
    public static IntentCatalogue catalogue() {
        return new IntentCatalogue(
                7,
                List.of(Duration.ofMinutes(30), Duration.ofHours(24)),
                Map.of("page.viewed", List.of(Property.named("section"))),
                new Stage.Thresholds(0.2, 0.5, 8, 0.2, 0.1),
                List.of(new IntentCatalogue.Intent(
                        "purchase",
                        "order.completed",
                        Duration.ofHours(24),
                        -2,
                        Map.of(
                                "page.viewed", new double[] {1.0, 0.5},
                                "page.viewed/section=pricing", new double[] {1.5, 0},
                                "order.completed", new double[] {-1, 0}))),
                Map.of("page.viewed", new IntentCatalogue.Words("page", "pages")));
    }

    public static SignalRecorded signal(String id, String type, Instant occurredAt) {
        return signal(id, type, occurredAt, Map.of());
    }

    public static SignalRecorded pricingPage(String id, Instant occurredAt) {
        return signal(id, "page.viewed", occurredAt, Map.of("section", TextNode.valueOf("pricing")));
    }

    private static SignalRecorded signal(String id, String type, Instant occurredAt, Map<String, JsonNode> properties) {
        return new SignalRecorded(
                id,
                "web-shop",
                type,
                occurredAt,
                "marketing",
                "ann",
                null,
                null,
                "GB",
                "retail",
                "web",
                null,
                null,
                null,
                null,
                properties);
    }
}

package org.customervaluesquads.contracts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One message of each topic, with every field set. */
final class SomeMessages {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private SomeMessages() {}

    static final Map<Topic<?>, Object> OF_TOPIC = Map.ofEntries(
            Map.entry(Topics.SQUADS, squad()),
            Map.entry(
                    Topics.SQUAD_EVENTS,
                    new SquadEventRecorded(
                            "e-1", "s-1", 2, "squad.formed", NOON, JsonNodeFactory.instance.objectNode())),
            Map.entry(
                    Topics.POLICIES,
                    new PolicyLayerPublished(
                            "region",
                            "GB",
                            1,
                            List.of(new PolicyLayerPublished.Value("required-consent", "intents", "analytics", true)),
                            NOON)),
            Map.entry(Topics.SOURCES, source()),
            Map.entry(
                    Topics.TEXT_EXAMPLES,
                    new TextTaught("topic", "refund", TextTaught.CENTRE, List.of("where is my money?"), NOON)),
            Map.entry(Topics.SIGNALS_INBOX, offered()),
            Map.entry(Topics.SIGNALS_JUDGED, signal()),
            Map.entry(Topics.SIGNALS, signal()),
            Map.entry(
                    Topics.IDENTITY_STEPS,
                    new IdentityStepTaken(
                            IdentityStepTaken.Kind.JOIN,
                            "anonymous:anon",
                            "anonymous:anon",
                            "13085",
                            NOON,
                            "web-shop/i-1",
                            "joined",
                            "AQI=",
                            signal(),
                            new IdentityStepTaken.Consent(Set.of("analytics"), NOON, "web-shop/i-1"),
                            "e-1",
                            List.of("anonymous:anon"),
                            "identity-steps/7",
                            1)),
            Map.entry(Topics.IDENTITIES, new IdentityJoined("anonymous:anon", "13085", NOON, "web-shop/i-1")),
            Map.entry(
                    Topics.ERASURES,
                    new ErasureRecorded(
                            "e-1", "9f86d0", "metrics-service", ErasureRecorded.ASKED, NOON, NOON, 3L, "13085")),
            Map.entry(
                    Topics.SIGNALS_REJECTED,
                    new SignalRejected(
                            "r-1",
                            "web-shop",
                            "ord-1",
                            "signals",
                            NOON,
                            List.of(new SignalRejected.Reason("type", "is missing")),
                            "{}",
                            NOON,
                            SignalRejected.REJECTED)),
            Map.entry(Topics.INTENTS, intent()),
            Map.entry(Topics.SQUAD_INTENTS, new SquadIntentChanged("s-1", intent())),
            Map.entry(Topics.ACCOUNT_SIGNALS, signal()),
            Map.entry(Topics.ACCOUNT_INTENTS, intent()),
            Map.entry(
                    Topics.INTENT_CATALOGUE,
                    new CataloguePublished(
                            2, NOON, JsonNodeFactory.instance.objectNode().put("version", 2))),
            Map.entry(Topics.INTENT_MODELS, model()),
            Map.entry(Topics.INTENT_LESSONS, new LessonSettled("purchase", NOON, NOON, true, 3, Map.of())),
            Map.entry(
                    Topics.ENGAGEMENT_CELLS,
                    new EngagementCellSummed(
                            NOON,
                            "sales",
                            "web",
                            "page.viewed",
                            "GB",
                            "retail",
                            "acme",
                            "shoe",
                            3,
                            "AQMDAAAazJM=",
                            NOON)),
            Map.entry(Topics.SQUAD_METRICS, metric()),
            Map.entry(Topics.CYCLE_EVIDENCE, evidence()));

    private static SourceRegistered source() {
        return new SourceRegistered(
                "web-shop",
                "sales",
                "web",
                "GB",
                "{\"id\": .id}",
                List.of(new SourceRegistered.KeyHash("k-1", "0a".repeat(32), NOON, NOON.plus(Duration.ofDays(1)))),
                200,
                Duration.ofDays(30),
                Duration.ofDays(7),
                List.of("analytics"),
                NOON);
    }

    static SignalRecorded signal() {
        return new SignalRecorded(
                "ord-1",
                "web-shop",
                "order.completed",
                NOON,
                "sales",
                "13085",
                "anon",
                "acme",
                "GB",
                "retail",
                "web",
                "shoe",
                new BigDecimal("505.30"),
                "GBP",
                "thanks",
                Map.of("section", TextNode.valueOf("pricing")));
    }

    private static SignalOffered offered() {
        return new SignalOffered(
                "ord-1",
                "web-shop",
                "order.completed",
                NOON,
                NOON,
                new SignalOffered.Customer("13085", "anon", "acme", "GB", "retail"),
                "web",
                "shoe",
                new SignalOffered.Value(new BigDecimal("505.30"), "GBP"),
                "thanks",
                Map.of("section", TextNode.valueOf("pricing")));
    }

    private static SquadPublished squad() {
        return new SquadPublished(
                "s-1",
                3,
                "British Isles",
                "forming",
                new SquadPublished.Mission(
                        "geography", "grow", "revenue", BigDecimal.TEN, LocalDate.parse("2026-06-30")),
                new Scope(Set.of("GB"), Set.of("retail"), Set.of("acme"), Set.of("shoe"), Set.of("web")),
                6,
                List.of(new SquadPublished.CostStep(
                        LocalDate.parse("2026-01-01"), new Money(new BigDecimal("1200.00"), "GBP"))),
                NOON,
                NOON);
    }

    private static IntentChanged intent() {
        return new IntentChanged(
                "13085",
                "purchase",
                "confirmed",
                0.62,
                0.5,
                -2,
                "active",
                0.3,
                "emerging",
                NOON,
                "web-shop/ord-1",
                List.of(new IntentChanged.Evidence("cart.added", Duration.ofMinutes(30), 1.5, 2.7, 2.5)),
                Set.of("GB"),
                Set.of("retail"),
                Set.of("acme"),
                Set.of("shoe"),
                Set.of("web"),
                Set.of("sales"),
                1,
                3);
    }

    private static ModelPublished model() {
        ModelPublished.Quality quality = new ModelPublished.Quality(120, 12, 0.21, 0.84, 0.02);
        ModelPublished.Learned learned = new ModelPublished.Learned(
                -3.5, List.of(Duration.ofMinutes(30)), Map.of(), 1_400, NOON, quality, 2, quality);
        return new ModelPublished("purchase", 3, NOON, learned, new ModelPublished.Choice(true, 3));
    }

    private static SquadMetricRestated metric() {
        return new SquadMetricRestated(
                "s-1",
                "average-order/GBP",
                "GBP",
                "up",
                "day",
                NOON,
                NOON.plus(Duration.ofDays(1)),
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.TEN,
                new BigDecimal("20"),
                new BigDecimal("2"),
                2,
                List.of("sales"),
                List.of(NOON),
                NOON,
                4);
    }

    private static CycleEvidenceStated evidence() {
        return new CycleEvidenceStated(
                "c-1",
                "s-1",
                "revenue/GBP",
                "GBP",
                "confidence-sequence",
                List.of(new CycleEvidenceStated.Shown(
                        "control", 500, BigDecimal.TEN, BigDecimal.ONE, new BigDecimal("19"))),
                List.of(new CycleEvidenceStated.Comparison(
                        "new",
                        "control",
                        BigDecimal.ONE,
                        new BigDecimal("-0.5"),
                        new BigDecimal("2.5"),
                        new BigDecimal("0.1"))),
                new BigDecimal("0.42"),
                List.of(new CycleEvidenceStated.Guardrail("csat", "held", new BigDecimal("4.2"))),
                "continue",
                NOON,
                2);
    }
}

package org.customervaluesquads.signalservice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.contracts.Mapping.Mapped;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.Catalogues;
import org.junit.jupiter.api.Test;

/** What the mappings that ship make of example events, written after the formats that their makers publish. */
class ShippedWebhooksTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final Path MAPPINGS = Path.of("..", "mappings");

    private final Judge judge =
            new Judge(Catalogues.signalTypes(), id -> SourceRegistered.open(id, "silo", null, null, null, NOW));

    @Test
    void makeOpportunitiesOfAHubSpotAccountsDeals() throws IOException {
        List<SignalRecorded> signals = accepted("hubspot-webhooks");

        assertThat(signals)
                .extracting(SignalRecorded::type)
                .containsExactly("opportunity.changed", "opportunity.changed");
        assertThat(signals)
                .extracting(SignalRecorded::id)
                .containsExactly("3816279340-1246965-1767614400123", "3816279480-1246978-1767614460000");
        assertThat(signals.getFirst().occurredAt()).isEqualTo("2026-01-05T12:00:00.123Z");
        assertThat(signals)
                .extracting(signal -> signal.properties().get("stage").asText())
                .containsExactly("closedwon", "created");
    }

    @Test
    void makeTicketsOfAZendeskAccounts() throws IOException {
        List<SignalRecorded> signals = accepted("zendesk-webhooks");

        assertThat(signals).extracting(SignalRecorded::type).containsExactly("ticket.opened", "ticket.resolved");
        assertThat(signals).extracting(SignalRecorded::customerId).containsOnly("8447388090494");
        assertThat(signals.getFirst().text()).isEqualTo("The parcel did not come");
        assertThat(signals.getFirst().properties().get("priority").asText()).isEqualTo("high");
    }

    @Test
    void makeOrdersAndSubscriptionsOfAStripeAccounts() throws IOException {
        List<SignalRecorded> signals = accepted("stripe-webhooks");

        assertThat(signals)
                .extracting(signal -> signal.type() + " " + signal.customerId() + " "
                        + (signal.amount() == null
                                ? ""
                                : signal.amount().stripTrailingZeros().toPlainString())
                        + signal.currency())
                .containsExactly(
                        "order.completed cus_1 20.57EUR",
                        "order.completed cus_2 500JPY",
                        "order.cancelled cus_1 10EUR",
                        "subscription.renewed cus_3 9.9USD",
                        "subscription.churned cus_3 null");
        assertThat(signals.getFirst().occurredAt()).isEqualTo("2026-01-05T12:00:00Z");
    }

    @Test
    void makeMailsOfASendGridAccounts() throws IOException {
        List<SignalRecorded> signals = accepted("sendgrid-webhooks");

        assertThat(signals)
                .extracting(SignalRecorded::type)
                .containsExactly("email.delivered", "email.opened", "email.clicked");
        assertThat(signals).extracting(SignalRecorded::customerId).containsExactly("ann", "ann@example.com", "ann");
        assertThat(signals).extracting(SignalRecorded::id).containsExactly("sg-1", "sg-2", "sg-3");
    }

    private List<SignalRecorded> accepted(String name) throws IOException {
        Mapping mapping =
                ((Mapping.Parsed.Usable) Mapping.parse(Files.readString(MAPPINGS.resolve(name + ".jslt")))).mapping();
        List<SignalRecorded> signals = new ArrayList<>();
        for (JsonNode event : examples(name)) {
            Mapped mapped = mapping.apply(event, name);
            assertThat(mapped).isInstanceOf(Mapped.Signals.class);
            for (JsonNode signal : ((Mapped.Signals) mapped).signals()) {
                Verdict verdict = judge.judge(signal, NOW);
                assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
                signals.add(((Verdict.Accepted) verdict).signal());
            }
        }
        return signals;
    }

    private static JsonNode examples(String name) throws IOException {
        try (InputStream events = ShippedWebhooksTest.class.getResourceAsStream("/webhooks/" + name + ".json")) {
            return MessageJson.mapper().readTree(events);
        }
    }
}

package org.customervaluesquads.metricsservice.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.awaitility.core.ThrowingRunnable;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.metricsservice.fixture.Asking;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.Publishing;
import org.customervaluesquads.metricsservice.fixture.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts of devices become their customers', and go back; each test has people of its own. */
@MetricsServiceTest
class IdentitiesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant MORNING = Instant.parse("2024-04-05T08:15:00Z");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @TestHTTPResource
    String base;

    @Inject
    DataSource database;

    private Publishing publishing;
    private Asking asking;
    private Rows rows;

    @BeforeEach
    void open() {
        publishing = new Publishing(broker, "");
        asking = new Asking(base.replaceAll("/$", ""));
        rows = new Rows(database);
    }

    @AfterEach
    void close() {
        publishing.close();
    }

    @Test
    void givesAnEarlierOrderOfADeviceToItsCustomerAndTakesItBack() {
        publishing.signals(
                order("i-1", null, "ida-phone"), order("i-2", "ida", null), order("i-3", "ida", "ida-phone"));
        eventually(() -> assertThat(customersOf("i-1", "i-2", "i-3")).containsExactly(null, "ida", "ida"));

        publishing.joined("anonymous:ida-phone", "ida");
        eventually(() -> assertThat(customersOf("i-1", "i-2", "i-3")).containsExactly("ida", "ida", "ida"));
        publishing.resolved(order("i-4", "ida", "ida-phone"), "anonymous:ida-phone");
        eventually(() -> assertThat(customersOf("i-4")).containsExactly("ida"));

        publishing.parted("anonymous:ida-phone");

        eventually(() -> assertThat(customersOf("i-1", "i-2", "i-3", "i-4")).containsExactly(null, "ida", "ida", null));
    }

    @Test
    void followsAnEarlierIdToTheOneThatItBecame() {
        publishing.joined("anonymous:una-phone", "old-una");
        publishing.joined("old-una", "una");

        publishing.signals(order("u-1", null, "una-phone"), order("u-2", "old-una", null));

        eventually(() -> assertThat(customersOf("u-1", "u-2")).containsExactly("una", "una"));
        publishing.parted("old-una");
        eventually(() -> assertThat(customersOf("u-1", "u-2")).containsExactly("old-una", "old-una"));
    }

    @Test
    void countsACustomerAndTheDevicesJoinedToItOnceAmongHighIntents() {
        publishing.squad(squad("joined-intents", 1, region("J1")));
        publishing.intents(intent("jo"), intent("anonymous:jo-phone"), intent("anonymous:kim-phone"));
        eventually(() -> assertThat(highIntents("joined-intents")).isEqualTo("1"));

        publishing.joined("anonymous:kim-phone", "kim");
        publishing.joined("anonymous:jo-phone", "jo");

        eventually(() -> assertThat(highIntents("joined-intents")).isEqualTo("2"));
    }

    @Test
    void erasesAPersonAndKeepsWhatWasSold() {
        publishing.squad(squad("erased", 1, region("J2")));
        publishing.joined("anonymous:eve-phone", "eve");
        publishing.signals(order("e-1", "eve", null), order("e-2", null, "eve-phone"));
        eventually(() -> assertThat(customersOf("e-1", "e-2")).containsExactly("eve", "eve"));

        publishing.erasing(new ErasureRecorded(
                "erasure-1", "digest", ErasureRecorded.METRICS, ErasureRecorded.ASKED, MORNING, null, null, "eve"));

        eventually(() -> assertThat(rows.texts("SELECT customer_id FROM outcome WHERE id IN ('e-1', 'e-2')"))
                .containsExactly(null, null));
        eventually(() -> assertThat(rows.texts("SELECT subject FROM identity WHERE customer_id = 'eve'"))
                .isEmpty());
        eventually(() -> assertThat(asking.values("erased", "total", "2024-04-05", "2024-04-06"))
                .containsEntry("revenue/GBP", "20"));
    }

    private List<@Nullable String> customersOf(String... ids) {
        return rows.texts("SELECT customer_id FROM outcome WHERE id = ANY (?) ORDER BY id", (Object) ids);
    }

    private String highIntents(String squad) {
        return asking.values(squad, "total", "2024-04-05", "2024-04-06").get("high-intent/purchase");
    }

    private static SignalRecorded order(String id, @Nullable String customer, @Nullable String device) {
        return new SignalRecorded(
                id,
                "shop",
                "order.completed",
                MORNING,
                "sales",
                customer,
                device,
                null,
                id.startsWith("e-") ? "J2" : "J3",
                null,
                "web",
                null,
                BigDecimal.TEN,
                "GBP",
                null,
                null);
    }

    private static IntentChanged intent(String customer) {
        return new IntentChanged(
                customer,
                "purchase",
                "stage",
                0.9,
                2.2,
                -3,
                "active",
                0.1,
                "none",
                MORNING,
                null,
                List.of(),
                Set.of("J1"),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                1,
                0);
    }

    private static void eventually(ThrowingRunnable asserting) {
        await().atMost(SOON).untilAsserted(asserting);
    }
}

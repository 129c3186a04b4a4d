package org.customervaluesquads.metricsservice.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.core.ThrowingRunnable;
import org.customervaluesquads.contracts.ErasureRecorded;
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

/** What devices did counts for their customers, for as long as they are theirs; each test has people of its own. */
@MetricsServiceTest
class DeviceSightingsIT {

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
    void countsADeviceAsItsCustomerForAsLongAsItIsOne() {
        publishing.squad(squad("seen", 1, region("J4")));
        publishing.signals(page("p-1", "vic", null), page("p-2", null, "vic-phone"), page("p-3", null, "wes-phone"));
        eventually(() -> assertThat(activeCustomers("seen")).isEqualTo("1"));

        publishing.joined("anonymous:vic-phone", "vic");
        publishing.joined("anonymous:wes-phone", "wes");
        publishing.resolved(page("p-4", "wes", "wes-phone"), "anonymous:wes-phone");
        eventually(() -> assertThat(activeCustomers("seen")).isEqualTo("2"));
        publishing.signals(page("p-5", "wim", null));
        eventually(() -> assertThat(activeCustomers("seen")).isEqualTo("3"));

        publishing.parted("anonymous:wes-phone");

        eventually(() -> assertThat(activeCustomers("seen")).isEqualTo("2"));
    }

    @Test
    void countsADeviceThatWasKnownBeforeItWasSeen() {
        publishing.squad(squad("known", 1, region("J5")));
        publishing.joined("anonymous:xan-phone", "xan");
        eventually(() -> assertThat(rows.texts("SELECT customer_id FROM identity WHERE customer_id = 'xan'"))
                .hasSize(1));

        publishing.resolved(page("x-1", "xan", "xan-phone"), "anonymous:xan-phone");

        eventually(() -> assertThat(activeCustomers("known")).isEqualTo("1"));
    }

    @Test
    void erasesWhereADeviceWasSeen() {
        publishing.signals(page("p-6", null, "zoe-phone"));
        eventually(() -> assertThat(sightingsOf("anonymous:zoe-phone")).hasSize(1));

        publishing.erasing(new ErasureRecorded(
                "erasure-2",
                "digest",
                ErasureRecorded.METRICS,
                ErasureRecorded.ASKED,
                MORNING,
                null,
                null,
                "anonymous:zoe-phone"));

        eventually(() -> assertThat(sightingsOf("anonymous:zoe-phone")).isEmpty());
    }

    private List<@Nullable String> sightingsOf(String subject) {
        return rows.texts(
                "SELECT subject FROM device_sighting WHERE subject = ANY (?)", (Object) new String[] {subject});
    }

    private @Nullable String activeCustomers(String squad) {
        return asking.values(squad, "day", "2024-04-05", "2024-04-06").get("active-customers@2024-04-05T00:00:00Z");
    }

    private static SignalRecorded page(String id, @Nullable String customer, @Nullable String device) {
        return new SignalRecorded(
                id,
                "site",
                "page.viewed",
                MORNING,
                "marketing",
                customer,
                device,
                null,
                id.startsWith("x-") ? "J5" : "J4",
                null,
                "web",
                null,
                null,
                null,
                null,
                null);
    }

    private static void eventually(ThrowingRunnable asserting) {
        await().atMost(SOON).untilAsserted(asserting);
    }
}
